package dev.plimsoll.jfr.weave;

/**
 * One row of a family's table.
 *
 * @param type internal name of the class
 * @param method name of the method
 * @param descriptor of the method
 * @param needed whether the class must have it; a method that only some JDKs have is not needed
 * @param advice what is put in
 */
record Point(String type, String method, String descriptor, boolean needed, Advice advice) {

    static Point needed(String type, String method, String descriptor, Advice advice) {
        return new Point(type, method, descriptor, true, advice);
    }

    static Point optional(String type, String method, String descriptor, Advice advice) {
        return new Point(type, method, descriptor, false, advice);
    }
}

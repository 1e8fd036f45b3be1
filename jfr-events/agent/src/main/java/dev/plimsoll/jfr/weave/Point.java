package dev.plimsoll.jfr.weave;

import org.objectweb.asm.tree.MethodNode;

/**
 * One row of a family's table.
 *
 * @param type internal name of the class
 * @param method name of the method
 * @param descriptor of the method; when it ends before the result's type, or before the arguments', of all that begin so
 * @param needed whether the class must have it; a method that only some JDKs have is not needed
 * @param advice what is put in
 */
record Point(String type, String method, String descriptor, boolean needed, Advice advice) {

    /** Whether it is about this method of the class. */
    boolean names(MethodNode node) {
        boolean whole = !descriptor.endsWith("(") && !descriptor.endsWith(")");
        return node.name.equals(method) && (whole ? node.desc.equals(descriptor) : node.desc.startsWith(descriptor));
    }

    static Point needed(String type, String method, String descriptor, Advice advice) {
        return new Point(type, method, descriptor, true, advice);
    }

    static Point optional(String type, String method, String descriptor, Advice advice) {
        return new Point(type, method, descriptor, false, advice);
    }
}

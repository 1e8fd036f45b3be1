package dev.plimsoll.jfr.weave;

import java.util.List;
import java.util.function.Predicate;

/** A binding, and where its probes go. */
public interface Family {

    /** The contract's name of the binding. */
    String binding();

    /** The table. */
    List<Point> points();

    /** Internal names of the classes without which this binding is not there: {@link #absent} then says so. */
    List<String> presentWith();

    /** One sentence for a JVM without these classes. */
    String absent();

    /** One sentence on what is watched when all points are woven. */
    String woven();

    /**
     * The same where a part may be missing.
     *
     * @param isWoven whether the class with this internal name is woven
     */
    default String woven(Predicate<String> isWoven) {
        return woven();
    }
}

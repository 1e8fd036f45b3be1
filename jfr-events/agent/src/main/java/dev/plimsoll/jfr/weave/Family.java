package dev.plimsoll.jfr.weave;

import java.util.List;

/** A binding, and where its probes go. */
interface Family {

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
}

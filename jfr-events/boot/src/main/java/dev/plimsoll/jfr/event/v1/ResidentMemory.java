package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Resident set size of the process, and the Java heap in it; once a second. */
@Name(EventNames.RESIDENT_MEMORY)
@Label("Resident Memory")
@Description("Resident set size of the process, and the Java heap in it; once a second")
@Category({"Plimsoll", "Native Memory"})
@StackTrace(false)
public final class ResidentMemory extends Event {

    @Name(EventNames.FIELD_RSS)
    @Label("Resident Set Size")
    @Description("Bytes of physical memory that the process holds")
    @DataAmount
    public long rss;

    @Name(EventNames.FIELD_RSS_FILES)
    @Label("Resident Files")
    @Description("Bytes of that which are pages of files: libraries, the class archive, mapped files; -1 when unknown")
    @DataAmount
    public long rssFiles;

    @Name(EventNames.FIELD_HEAP_COMMITTED)
    @Label("Heap Committed")
    @Description("Bytes of the Java heap that the JVM has committed")
    @DataAmount
    public long heapCommitted;

    @Name(EventNames.FIELD_HEAP_USED)
    @Label("Heap Used")
    @Description("Bytes of the Java heap that hold objects, dead ones included")
    @DataAmount
    public long heapUsed;
}

package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Calls from Java into one native symbol since the attach. */
@Name(EventNames.NATIVE_CALLS)
@Label("Native Calls")
@Description("Calls from Java into one native symbol since the attach")
@Category("Plimsoll")
@StackTrace(false)
public final class NativeCalls extends Event {

    @Name(EventNames.FIELD_SYMBOL)
    @Label("Symbol")
    @Description("Native function; where bytes go to a graphics driver, whether they are copied or mapped too")
    public String symbol;

    @Name(EventNames.FIELD_COUNT)
    @Label("Calls")
    @Description("Number of calls since the attach")
    public long count;

    @Name(EventNames.FIELD_NANOS)
    @Label("Time")
    @Description("Time spent in these calls")
    @Timespan(Timespan.NANOSECONDS)
    public long nanos;

    @Name(EventNames.FIELD_BYTES)
    @Label("Bytes")
    @Description("Bytes that these calls copied or mapped for a graphics driver; 0 for other functions")
    @DataAmount
    public long bytes;
}

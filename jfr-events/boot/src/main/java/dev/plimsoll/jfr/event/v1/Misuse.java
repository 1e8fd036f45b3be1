package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/** Native memory or a callback was used against its rules. */
@Name(EventNames.MISUSE)
@Label("Misuse")
@Description("Native memory or a callback was used against its rules")
@Category("Plimsoll")
@StackTrace(true)
public final class Misuse extends Event {

    @Name(EventNames.FIELD_KIND)
    @Label("Kind")
    @Description(
            "What was done: double free, wrong allocator, free inside a block, second close, use after close, released while in use, callback after release, callback may be collected too early")
    public String kind;

    @Name(EventNames.FIELD_ADDRESS)
    @Label("Address")
    @Description("Address or handle it was done to; 0 when the binding does not tell")
    @MemoryAddress
    public long address;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Binding through which it was done")
    public String binding;

    @Name(EventNames.FIELD_EARLIER)
    @Label("Earlier")
    @Description("When the block or callback was released before; the epoch when it was not")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    public long earlier;

    @Name(EventNames.FIELD_EARLIER_STACK)
    @Label("Earlier Stack")
    @Description("Frames of that release, innermost first, one a line; empty when they were not kept")
    public String earlierStack;
}

package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Native memory or a callback was used against its rules. */
@Name(EventNames.MISUSE)
@Label("Misuse")
@Description("Native memory or a callback was used against its rules")
@Category("Plimsoll")
@StackTrace(true)
public final class Misuse extends Event {

    @Name(EventNames.FIELD_KIND)
    @Label("Kind")
    @Description("What was done: double free, second close, wrong allocator")
    public String kind;

    @Name(EventNames.FIELD_ADDRESS)
    @Label("Address")
    @Description("Address or handle it was done to")
    @MemoryAddress
    public long address;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Binding through which it was done")
    public String binding;
}

package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A block that has a Native Allocation event was given back. */
@Name(EventNames.NATIVE_FREE)
@Label("Native Free")
@Description("A block that has a Native Allocation or an Untraced Allocation event was given back")
@Category({"Plimsoll", "Native Memory"})
@StackTrace(false)
public final class NativeFree extends Event {

    @Name(EventNames.FIELD_ADDRESS)
    @Label("Address")
    @Description("Base address of the block")
    @MemoryAddress
    public long address;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Binding that took the block")
    public String binding;

    @Name(EventNames.FIELD_CAUSE)
    @Label("Cause")
    @Description("Who gave it back: explicit, cleaner, arena or realloc")
    public String cause;
}

package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A block of native memory was taken by a binding, and its stack was left out because stacks would cost too much. */
@Name(EventNames.UNTRACED_ALLOCATION)
@Label("Untraced Allocation")
@Description(
        "A block of native memory was taken by a binding while every block is recorded; its stack was left out, and a Native Allocation with a weight stands for it where lines are summed")
@Category({"Plimsoll", "Native Memory"})
@StackTrace(false)
public final class UntracedAllocation extends Event {

    @Name(EventNames.FIELD_ADDRESS)
    @Label("Address")
    @Description("Base address of the block, the key that its free carries")
    @MemoryAddress
    public long address;

    @Name(EventNames.FIELD_BYTES)
    @Label("Bytes")
    @Description("What the caller asked for, without the allocator's padding")
    @DataAmount
    public long bytes;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Outermost binding that took the block")
    public String binding;

    @Name(EventNames.FIELD_KIND)
    @Label("Kind")
    @Description("What the block is to its binding, as in Native Allocation")
    public String kind;

    @Name(EventNames.FIELD_OWNER_CLASS)
    @Label("Owner Class")
    @Description("Class of the Java object whose death should free the block")
    public String ownerClass;
}

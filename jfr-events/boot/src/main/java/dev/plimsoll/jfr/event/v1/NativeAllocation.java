package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A block of native memory was taken by a binding; sampled: the block stands for weight blocks. */
@Name(EventNames.NATIVE_ALLOCATION)
@Label("Native Allocation")
@Description("A block of native memory was taken by a binding; sampled: the block stands for weight blocks")
@Category({"Plimsoll", "Native Memory"})
@StackTrace(true)
public final class NativeAllocation extends Event {

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

    @Name(EventNames.FIELD_WEIGHT)
    @Label("Weight")
    @Description(
            "How many blocks this one stands for: 1 divided by the probability with which it was sampled; 0 when it is only followed to see whether it stays")
    public double weight;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Outermost binding that took the block")
    public String binding;

    @Name(EventNames.FIELD_KIND)
    @Label("Kind")
    @Description(
            "What the block is to its binding: buffer, raw, file, memory, chunk, pooled, inflater, deflater, handle, pointer, confined, shared, auto, global, malloc")
    public String kind;

    @Name(EventNames.FIELD_OWNER_CLASS)
    @Label("Owner Class")
    @Description("Class of the Java object whose death should free the block")
    public String ownerClass;

    @Name(EventNames.FIELD_EVERY_BLOCK)
    @Label("Every Block")
    @Description(
            "Whether every block had an event then: Untraced Allocation for those whose stack was not taken. The weight is that of the stack, and the block stands for itself in all else")
    public boolean everyBlock;
}

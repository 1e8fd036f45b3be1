package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/** The owner of a block was collected, the Cleaners had time to run, and the block is still live. */
@Name(EventNames.OWNER_COLLECTED)
@Label("Owner Collected")
@Description("The owner of a block was collected, the Cleaners had time to run, and the block is still live")
@Category({"Plimsoll", "Native Memory"})
@StackTrace(false)
public final class OwnerCollected extends Event {

    @Name(EventNames.FIELD_ADDRESS)
    @Label("Address")
    @Description("Base address of the block, or the handle of the callback")
    @MemoryAddress
    public long address;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Binding that took the block")
    public String binding;

    @Name(EventNames.FIELD_BYTES)
    @Label("Bytes")
    @Description("Size of the block; 0 for a callback")
    @DataAmount
    public long bytes;

    @Name(EventNames.FIELD_WEIGHT)
    @Label("Weight")
    @Description("How many blocks this one stands for")
    public double weight;

    @Name(EventNames.FIELD_OWNER_CLASS)
    @Label("Owner Class")
    @Description("Class of the collected owner")
    public String ownerClass;

    @Name(EventNames.FIELD_SEEN)
    @Label("Seen Dead")
    @Description("When the agent first saw that the owner was collected")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    public long seen;

    @Name(EventNames.FIELD_CLEANERS_RAN)
    @Label("Cleaners Ran")
    @Description("Whether a canary that died no earlier than the owner has come back from the common Cleaner")
    public boolean cleanersRan;
}

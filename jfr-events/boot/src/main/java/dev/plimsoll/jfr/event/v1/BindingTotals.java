package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Exact counters of a binding since the attach; once a second. */
@Name(EventNames.BINDING_TOTALS)
@Label("Binding Totals")
@Description("Exact counters of a binding since the attach; once a second")
@Category({"Plimsoll", "Native Memory"})
@StackTrace(false)
public final class BindingTotals extends Event {

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Name of the binding")
    public String binding;

    @Name(EventNames.FIELD_ALLOCATED_BYTES)
    @Label("Allocated Bytes")
    @Description("Bytes asked for since the attach, sampled or not")
    @DataAmount
    public long allocatedBytes;

    @Name(EventNames.FIELD_ALLOCATIONS)
    @Label("Allocations")
    @Description("Blocks taken since the attach, sampled or not")
    public long allocations;

    @Name(EventNames.FIELD_FREES)
    @Label("Frees")
    @Description(
            "Blocks given back since the attach, sampled or not; may include blocks that are older than the attach")
    public long frees;
}

package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** Whether a binding is watched; at the start, when it changes, and in every chunk. */
@Name(EventNames.BINDING_COVERAGE)
@Label("Binding Coverage")
@Description("Whether a binding is watched; at the start, when it changes, and in every chunk")
@Category("Plimsoll")
@StackTrace(false)
@Period("beginChunk")
public final class BindingCoverage extends Event {

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Name of the binding")
    public String binding;

    @Name(EventNames.FIELD_STATE)
    @Label("State")
    @Description("woven, absent or failed")
    public String state;

    @Name(EventNames.FIELD_DETAIL)
    @Label("Detail")
    @Description("What is watched, or why it is not")
    public String detail;

    @Name(EventNames.FIELD_VERSION)
    @Label("Version")
    @Description("Version of the library whose classes were woven; empty for the JDK or where it does not say")
    public String version;
}

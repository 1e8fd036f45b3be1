package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A callback's stub was given back: native code must not call it any more. */
@Name(EventNames.CALLBACK_RELEASED)
@Label("Callback Released")
@Description("A callback's stub was given back: native code must not call it any more")
@Category({"Plimsoll", "Callbacks"})
@StackTrace(false)
public final class CallbackReleased extends Event {

    @Name(EventNames.FIELD_HANDLE)
    @Label("Handle")
    @Description("Address of the stub")
    @MemoryAddress
    public long handle;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Binding that registered the callback")
    public String binding;
}

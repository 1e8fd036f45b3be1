package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** Java code was made callable from native code. */
@Name(EventNames.CALLBACK_REGISTERED)
@Label("Callback Registered")
@Description("Java code was made callable from native code")
@Category({"Plimsoll", "Callbacks"})
@StackTrace(true)
public final class CallbackRegistered extends Event {

    @Name(EventNames.FIELD_HANDLE)
    @Label("Handle")
    @Description("Address of the stub that native code calls")
    @MemoryAddress
    public long handle;

    @Name(EventNames.FIELD_TARGET_CLASS)
    @Label("Target")
    @Description("Java method that is called, as pkg.Class.method, or what is known of it")
    public String targetClass;

    @Name(EventNames.FIELD_BINDING)
    @Label("Binding")
    @Description("Outermost binding that registered the callback")
    public String binding;

    @Name(EventNames.FIELD_LIFETIME)
    @Label("Lifetime")
    @Description("What ends the callback: confined, shared, auto, global;"
            + " explicit (a call), owner (the end of the object that stands for it)")
    public String lifetime;
}

package dev.plimsoll.jfr.event.v1;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.MemoryAddress;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;

/** How often a callback was called; once a second for each callback that was called since. */
@Name(EventNames.CALLBACK_ACTIVITY)
@Label("Callback Activity")
@Description("How often a callback was called; once a second for each callback that was called since")
@Category({"Plimsoll", "Callbacks"})
@StackTrace(false)
public final class CallbackActivity extends Event {

    @Name(EventNames.FIELD_HANDLE)
    @Label("Handle")
    @Description("Address of the stub")
    @MemoryAddress
    public long handle;

    @Name(EventNames.FIELD_INVOCATIONS)
    @Label("Invocations")
    @Description("Calls since the registration")
    public long invocations;

    @Name(EventNames.FIELD_LAST)
    @Label("Last Call")
    @Description("Time of the latest call, good to 100 ms")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    public long last;
}

package dev.plimsoll.ui.attach;

import dev.plimsoll.session.TimedRecording;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the picker asks of the window.
public interface AttachActs {

    /// The JVMs of this machine. Called off the FX thread.
    List<JvmEntry> jvms();

    /// Those of `jvms` that run a program attached lately, the latest first.
    List<JvmEntry> recent(List<JvmEntry> jvms);

    void attach(JvmEntry jvm, Sampling sampling);

    /// Asks for a place, then begins to record there.
    ///
    /// @param progress takes how far it is, on the FX thread; some steps are left out, the last never
    /// @return how to end it early; empty when nobody names a place
    Optional<TimedRecording> record(
            JvmEntry jvm, Sampling sampling, Duration time, Consumer<TimedRecording.Progress> progress);

    /// Asks for a recording, then opens it.
    void openRecording();

    /// Asks for two recordings, then opens the second with what changed since the first.
    void compare();

    void open(Path recording);

    /// Whether the demo can be started from here.
    boolean hasDemo();

    /// Starts the program that leaks and attaches to it.
    void demo(Sampling sampling);

    /// A new list of JVMs is on the screen.
    void listed();
}

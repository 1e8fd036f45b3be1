package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.Sampling;
import java.nio.file.Path;
import java.util.List;

/// What the picker asks of the window.
public interface AttachActs {

    /// The JVMs of this machine. Called off the FX thread.
    List<JvmEntry> jvms();

    /// Those of `jvms` that run a program attached lately, the latest first.
    List<JvmEntry> recent(List<JvmEntry> jvms);

    void attach(JvmEntry jvm, Sampling sampling);

    /// Asks for a recording, then opens it.
    void openRecording();

    void open(Path recording);

    /// Whether the demo can be started from here.
    boolean hasDemo();

    /// Starts the program that leaks and attaches to it.
    void demo(Sampling sampling);

    /// A new list of JVMs is on the screen.
    void listed();
}

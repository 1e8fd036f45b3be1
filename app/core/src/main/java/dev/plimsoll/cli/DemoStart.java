package dev.plimsoll.cli;

import dev.plimsoll.target.JvmEntry;
import org.jspecify.annotations.Nullable;

/// The demo as the window starts it: one renderer at most, which ends with this JVM.
final class DemoStart implements Window.Demo {

    private @Nullable DemoProcess renderer;

    @Override
    public synchronized JvmEntry start() throws Failed {
        DemoProcess running = renderer;
        if (running == null || !running.alive()) {
            try {
                running = DemoProcess.start(DemoScenario.ALL);
            } catch (CommandException e) {
                throw new Failed(e);
            }
            renderer = running;
        }
        return new JvmEntry(running.pid(), "", "", "", "", 0, null);
    }
}

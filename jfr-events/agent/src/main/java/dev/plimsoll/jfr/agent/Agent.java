package dev.plimsoll.jfr.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;

/** What the entry calls at each load: one session at a time; whoever comes second is told so and leaves. */
public final class Agent {

    private static final Turn TURN = new Turn();

    private Agent() {}

    /**
     * Starts a session: at once without a desk, on the control thread with one, for starting the recorder takes seconds.
     *
     * @param text options, see {@link Options}
     */
    public static void enter(String text, Instrumentation instrumentation) throws Exception {
        Options options = Options.parse(text);
        if (options.channel() == null) {
            if (TURN.take()) {
                new Attached(instrumentation, options).start();
            }
            return;
        }
        Channel channel = Channel.connect(options.channel());
        if (TURN.take()) {
            new Control(channel, instrumentation, options, TURN).start();
        } else {
            refuse(channel, "busy " + ProcessHandle.current().pid());
        }
    }

    private static void refuse(Channel channel, String line) throws IOException {
        try (channel) {
            channel.send(line);
        }
    }
}

package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.weave.Weaving;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The session of one desk: says hello, obeys, and ends when told to or when the channel ends, whichever comes first. A
 * desk that was killed closes the channel too, so nothing is left running behind it.
 *
 * <p>Desk to agent: {@code interval adaptive|exact|BYTES}, {@code dump FILE}, {@code stop}, {@code detach}, {@code ping}.
 * Agent to desk: {@code hello ...} once the recording runs, {@code coverage ...} per family and {@code ready} once the
 * probes are in, or {@code refused REASON}; then {@code ok ...}, {@code error ...} or {@code pong} for each line.
 */
final class Control implements Runnable {

    private static final int PROTOCOL = 1;

    private final Channel channel;
    private final Instrumentation instrumentation;
    private final Options options;
    private final Turn turn;
    private String refusal = "The JVM has no module jdk.jfr; start it from a full JDK, or add jdk.jfr to its image.";

    Control(Channel channel, Instrumentation instrumentation, Options options, Turn turn) {
        this.channel = channel;
        this.instrumentation = instrumentation;
        this.options = options;
        this.turn = turn;
    }

    void start() {
        Thread thread = new Thread(null, this, "plimsoll-control", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        thread.start();
    }

    @Override
    public void run() {
        try (channel) {
            Attached attached = JdkInternals.hasFlightRecorder() ? prepared() : null;
            if (attached == null) {
                turn.over();
                channel.send("refused " + Options.encode(refusal));
                return;
            }
            String farewell = "";
            try {
                serve(attached);
            } finally {
                turn.ending();
                farewell = end(attached);
                turn.over();
            }
            channel.send(farewell);
        } catch (IOException e) {
            // The desk is gone: everything was taken back above, and nobody is left to tell.
            return;
        }
    }

    private @Nullable Attached prepared() {
        try {
            return new Attached(instrumentation, options);
        } catch (IOException e) {
            refusal = String.valueOf(e.getMessage());
            return null;
        }
    }

    private void serve(Attached attached) throws IOException {
        try {
            AgentRecording recording = attached.record();
            channel.send(hello(attached, recording));
            attached.watch();
        } catch (IOException | RuntimeException | LinkageError e) {
            channel.send("refused " + Options.encode(String.valueOf(e.getMessage())));
            return;
        }
        for (Weaving.Coverage line : attached.coverage()) {
            channel.send("coverage binding=" + line.binding() + " state=" + line.state() + " detail="
                    + Options.encode(line.detail()) + " version=" + Options.encode(line.version()));
        }
        channel.send("ready");
        for (String line = channel.receive(); line != null; line = channel.receive()) {
            if (line.equals("detach")) {
                return;
            }
            channel.send(answer(attached, line));
        }
    }

    private static String hello(Attached attached, AgentRecording recording) {
        return "hello version=" + PROTOCOL
                + " pid=" + ProcessHandle.current().pid()
                + " repository=" + Options.encode(AgentRecording.repository())
                + " jfr=" + (recording.alreadyRunning ? "running" : "new")
                + " depth=" + recording.stackDepth
                + " flush=" + (attached.flushesFast() ? "fast" : "slow")
                + " jdk=" + Options.encode(Runtime.version().toString());
    }

    private static String answer(Attached attached, String line) {
        int space = line.indexOf(' ');
        String command = space < 0 ? line : line.substring(0, space);
        String argument = space < 0 ? "" : Options.decode(line.substring(space + 1));
        try {
            switch (command) {
                case "interval" -> Interval.parse(argument).apply();
                case "dump" -> attached.dump(Path.of(argument));
                case "stop" -> attached.stopRecording();
                case "ping" -> {
                    return "pong";
                }
                default -> {
                    return "error " + Options.encode("There is no command " + command + ".");
                }
            }
            return "ok " + command;
        } catch (IOException | RuntimeException | InterruptedException e) {
            return "error " + Options.encode(String.valueOf(e.getMessage()));
        }
    }

    private static String end(Attached attached) {
        int classes = attached.classes();
        try {
            List<String> left = attached.end();
            return "detached classes=" + classes + " restored=" + left.isEmpty() + " left="
                    + Options.encode(left.isEmpty() ? "none" : String.join(" ", left));
        } catch (InterruptedException | UnmodifiableClassException | RuntimeException | LinkageError e) {
            return "detached classes=" + classes + " restored=false left=" + Options.encode(String.valueOf(e));
        }
    }
}

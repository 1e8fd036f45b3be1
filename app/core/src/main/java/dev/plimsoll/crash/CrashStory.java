package dev.plimsoll.crash;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Figures;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.recording.RecordingReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a crash and a recording of the time before it say together. One thread.
public final class CrashStory {

    private static final long PAGE = 4096;

    private final CrashLog log;
    private final StackTable stacks = new StackTable();
    private final Map<String, Trace> traces = new LinkedHashMap<>();
    private final List<NativeEvent.Misuse> misuses = new ArrayList<>();
    private long end;
    private long interval;
    private boolean recorded;

    public CrashStory(CrashLog log) {
        this.log = log;
        log.fault().ifPresent(address -> trace("The address", address));
        log.pc().ifPresent(address -> trace("The instruction", address));
        log.registers().forEach((name, value) -> {
            if (Long.compareUnsigned(value, PAGE) > 0) {
                trace("Register " + name, value);
            }
        });
    }

    private void trace(String what, long address) {
        boolean known = traces.values().stream().anyMatch(trace -> trace.address() == address);
        if (!known && Long.compareUnsigned(address, PAGE) > 0) {
            traces.put(what, new Trace(address));
        }
    }

    /// Reads what was recorded before the crash; a recording that breaks off is read as far as it goes.
    ///
    /// @throws IOException when the file is missing, no recording, or may not be read; with a sentence
    public void read(Path recording) throws IOException {
        try {
            RecordingReader.read(recording, stacks, (columns, done) -> {
                see(columns.events());
                return true;
            });
        } catch (RecordingException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// What was recorded before the crash, in the order of its times.
    void see(List<NativeEvent> batch) {
        for (NativeEvent event : batch) {
            recorded = true;
            end = Math.max(end, event.time());
            traces.values().forEach(trace -> trace.see(event));
            if (event instanceof NativeEvent.AgentHealth health) {
                interval = health.interval();
            } else if (event instanceof NativeEvent.Misuse misuse) {
                misuses.add(misuse);
            }
        }
    }

    /// Lines for a person; the first is what happened, the second the answer.
    public List<String> words() {
        List<String> lines = new ArrayList<>();
        lines.add(head());
        List<String> answer = new ArrayList<>();
        traces.forEach((what, trace) -> tell(what, trace, answer));
        if (answer.isEmpty()) {
            lines.add(nothing());
        }
        lines.addAll(answer);
        for (NativeEvent.Misuse misuse : misuses) {
            lines.add("Misuse " + before(misuse.time()) + ": " + misuse.kind() + " of 0x"
                    + Long.toHexString(misuse.address()) + " (" + misuse.binding() + ") at "
                    + site(misuse.stack())
                    + (misuse.earlierStack().isEmpty()
                            ? "."
                            : ", released before at "
                                    + misuse.earlierStack().lines().findFirst().orElse("") + "."));
        }
        if (!log.javaFrames().isEmpty()) {
            lines.add("Java frames of the thread, innermost first:");
            log.javaFrames().stream().limit(12).forEach(frame -> lines.add("  " + frame));
        }
        return lines;
    }

    private String head() {
        String address = log.fault().isPresent()
                ? " at address 0x" + Long.toHexString(log.fault().getAsLong())
                : "";
        return log.signal() + (log.code().isEmpty() ? "" : " (" + log.code() + ")") + address
                + (log.thread().isEmpty() ? "" : " in thread \"" + log.thread() + "\"")
                + (log.pid() < 0 ? "" : ", pid " + log.pid())
                + (log.frame().isEmpty() ? "" : ", in " + log.frame()) + ".";
    }

    private void tell(String what, Trace trace, List<String> lines) {
        Trace.Held held = trace.held();
        boolean sure = !what.startsWith("Register");
        if (held != null && (sure || held.free() != null)) {
            lines.add(what + " 0x" + Long.toHexString(trace.address()) + " lies "
                    + Figures.count(trace.address() - held.block().address(), "byte") + " inside a block of "
                    + Figures.bytes(held.block().bytes()) + " (" + held.block().binding() + ") "
                    + fate(held.free()) + ".");
            lines.add("  It was allocated " + before(held.block().time()) + " at "
                    + site(held.block().stack()) + ":");
            frames(held.block().stack(), lines);
        }
        Trace.Called called = trace.called();
        if (called != null && (sure || called.released() != 0)) {
            lines.add(what + " 0x" + Long.toHexString(trace.address()) + " is the code of a callback to "
                    + called.callback().targetClass() + " (" + called.callback().binding() + ") that "
                    + (called.released() == 0 ? "is still registered" : "was released " + before(called.released()))
                    + ".");
            lines.add("  It was registered " + before(called.callback().time()) + " at "
                    + site(called.callback().stack()) + ":");
            frames(called.callback().stack(), lines);
        }
    }

    private String fate(NativeEvent.@Nullable Free free) {
        if (free == null) {
            return "that was live: it was not freed too early, as far as the recording goes";
        }
        String by = switch (free.cause()) {
            case EXPLICIT -> "by the program";
            case CLEANER -> "by a Cleaner, after its owner was collected";
            case ARENA -> "by the end of its arena";
            case REALLOC -> "by a reallocation";
        };
        return "that was freed " + before(free.time()) + " " + by + ": freed too early, or used too late";
    }

    private String nothing() {
        if (!recorded) {
            return "Without a recording nothing is known of the address; give --recording FILE.";
        }
        return "The recording knows nothing of the address: no followed block and no callback was there."
                + (interval > 1
                        ? " Only sampled blocks were followed, one in " + Figures.bytes(interval)
                                + " of allocation; --exact follows all."
                        : "");
    }

    private String before(long time) {
        long crash = Math.max(end, log.when());
        return Figures.duration(Math.max(0, crash - time)) + " before the crash";
    }

    private String site(int stack) {
        Frame frame = stacks.get(stack).site();
        return frame == null ? "code without a recorded stack (--every-stack records each)" : frame.label();
    }

    private void frames(int stack, List<String> lines) {
        stacks.get(stack).frames().stream().limit(12).forEach(frame -> lines.add("    " + frame.label()));
    }
}

package dev.plimsoll.recording;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/// Gives each recorded stack its id. Within a chunk equal stacks are one object, so each is looked into once.
/// One thread, the one that interns.
final class StackDecoder {

    /// A live stream does not say where a chunk ends; what is known by identity is dropped when it grows to this.
    private static final int KNOWN = 32_768;

    private final StackTable table;
    private final Map<RecordedStackTrace, Integer> known = new IdentityHashMap<>();
    private final Map<Frame, Frame> frames = new HashMap<>();

    StackDecoder(StackTable table) {
        this.table = table;
    }

    /// Id of the stack without the probe's frames and without those that the JVM made up; 0 when there is none.
    int id(@Nullable RecordedStackTrace trace) {
        if (trace == null) {
            return 0;
        }
        Integer id = known.get(trace);
        if (id == null) {
            if (known.size() == KNOWN) {
                known.clear();
            }
            id = table.intern(decode(trace), trace.isTruncated());
            known.put(trace, id);
        }
        return id;
    }

    /// Objects of the chunk before are not seen again.
    void chunkEnds() {
        known.clear();
    }

    private List<Frame> decode(RecordedStackTrace trace) {
        List<RecordedFrame> recorded = trace.getFrames();
        List<Frame> decoded = new ArrayList<>(recorded.size());
        for (RecordedFrame frame : recorded) {
            RecordedMethod method = frame.getMethod();
            if (method == null || method.getType() == null) {
                continue;
            }
            String className = method.getType().getName();
            if (Border.isShown(className)) {
                int line = frame.getLineNumber();
                Frame made = new Frame(className, method.getName(), line > 0 ? line : -1, Border.kindOf(className));
                Frame same = frames.putIfAbsent(made, made);
                decoded.add(same == null ? made : same);
            }
        }
        return decoded;
    }
}

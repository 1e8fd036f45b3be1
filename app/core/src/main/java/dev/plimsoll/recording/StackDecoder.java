package dev.plimsoll.recording;

import dev.plimsoll.event.Border;
import dev.plimsoll.event.Frame;
import dev.plimsoll.event.FrameKind;
import dev.plimsoll.event.StackTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import org.jspecify.annotations.Nullable;

/// Gives each recorded stack its id. Within a chunk equal stacks are one object, so each is looked into once.
/// One thread, the one that interns.
final class StackDecoder {

    private final StackTable table;
    /// By identity, for neither says that it equals another. A live stream does not say where a chunk ends: its objects
    /// must not be held longer than the JDK's reader holds them, since a hundred thousand stacks take 200 MB.
    private final Map<RecordedStackTrace, Integer> known = new WeakHashMap<>();

    private final Map<RecordedMethod, Method> methods = new WeakHashMap<>();
    private final Map<Frame, Frame> frames = new HashMap<>();

    /// What all frames of a method have in common.
    ///
    /// @param shown whether they are
    private record Method(String className, String name, boolean shown, FrameKind kind) {

        static Method of(RecordedMethod method) {
            String className = method.getType() == null ? "" : method.getType().getName();
            boolean shown = method.getType() != null && Border.isShown(className);
            return new Method(className, method.getName(), shown, Border.kindOf(className));
        }
    }

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
            id = table.intern(decode(trace), trace.isTruncated());
            known.put(trace, id);
        }
        return id;
    }

    /// Objects of the chunk before are not seen again.
    void chunkEnds() {
        known.clear();
        methods.clear();
    }

    private List<Frame> decode(RecordedStackTrace trace) {
        List<RecordedFrame> recorded = trace.getFrames();
        List<Frame> decoded = new ArrayList<>(recorded.size());
        for (RecordedFrame frame : recorded) {
            RecordedMethod recordedMethod = frame.getMethod();
            if (recordedMethod == null) {
                continue;
            }
            Method method = methods.computeIfAbsent(recordedMethod, Method::of);
            if (method.shown()) {
                int line = frame.getLineNumber();
                Frame made = new Frame(method.className(), method.name(), line > 0 ? line : -1, method.kind());
                Frame same = frames.putIfAbsent(made, made);
                decoded.add(same == null ? made : same);
            }
        }
        return decoded;
    }
}

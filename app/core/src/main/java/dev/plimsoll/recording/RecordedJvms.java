package dev.plimsoll.recording;

import java.util.ArrayList;
import java.util.List;

/// The JVMs that events came from, as their recorders say. One thread adds, any may look.
final class RecordedJvms {

    /// How far two recorders may lie apart about when one JVM started: one means the process, the other the VM in it.
    private static final long APART_MILLIS = 60_000;

    /// @param pid process id, above 0
    /// @param startMillis since the epoch
    /// @param version in the recorder's words
    /// @param mainClass empty when the recorder does not know it
    record Jvm(long pid, long startMillis, String version, String mainClass) {

        /// Two JVMs in containers may have one process id; one recorder never gives one JVM two times of start.
        boolean is(Jvm other) {
            return pid == other.pid
                    && (startMillis == other.startMillis
                            || (otherRecorder(other) && Math.abs(startMillis - other.startMillis) <= APART_MILLIS));
        }

        /// The JDK's recorder puts a sentence around the number that async-profiler writes.
        private boolean otherRecorder(Jvm other) {
            return !version.equals(other.version)
                    && (version.contains("(" + other.version + ")") || other.version.contains("(" + version + ")"));
        }
    }

    private volatile List<Jvm> seen = List.of();

    void add(Jvm jvm) {
        if (seen.stream().noneMatch(jvm::is)) {
            List<Jvm> more = new ArrayList<>(seen);
            more.add(jvm);
            seen = List.copyOf(more);
        }
    }

    /// In the order in which they were met.
    List<Jvm> seen() {
        return seen;
    }

    /// Whether what was read is no recording of one JVM.
    boolean several() {
        return seen.size() > 1;
    }
}

package dev.plimsoll.recording;

import dev.plimsoll.jfr.event.v1.EventNames;
import dev.plimsoll.recording.chunk.ReadReport;
import dev.plimsoll.recording.chunk.TypeCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a recording does not have, in words, and how to record it. Pure.
public final class Contents {

    private static final Set<String> ALLOCATIONS = Set.of(
            EventNames.NATIVE_ALLOCATION,
            EventNames.UNTRACED_ALLOCATION,
            AsyncProfilerEvents.MALLOC,
            NettyEvents.ALLOCATE_CHUNK,
            NettyEvents.ALLOCATE_BUFFER);

    private static final Set<String> RESIDENT = Set.of(EventNames.RESIDENT_MEMORY, JdkEvents.RESIDENT_SET_SIZE);

    private Contents() {}

    /// One sentence for each thing that pages show and this recording does not have.
    public static List<String> missing(ReadReport report) {
        Map<String, TypeCount> counts = report.counts();
        List<String> missing = new ArrayList<>();
        boolean ours = ours(counts);
        String noAllocations = noAllocations(report);
        if (!noAllocations.isEmpty()) {
            missing.add(noAllocations);
        } else if (!ours) {
            missing.add("Callbacks, owners and exact totals are not in this recording; `plimsoll record PID -o FILE`"
                    + " records them.");
        }
        if (lacks(counts, Set.of(JdkEvents.GARBAGE_COLLECTION))) {
            missing.add("No collection is in this recording; record with jdk.GarbageCollection and"
                    + " jdk.GCHeapSummary enabled, as the JDK's settings `default` and `profile` do.");
        }
        if (lacks(counts, RESIDENT)) {
            missing.add("The resident set is not in this recording; the JDK records jdk.ResidentSetSize from 21 on,"
                    + " and `plimsoll record PID -o FILE` on every JDK.");
        }
        return missing;
    }

    /// Why no native allocation is in it, in one sentence; empty when there is one.
    public static String noAllocations(ReadReport report) {
        if (!lacks(report.counts(), ALLOCATIONS)) {
            return "";
        }
        return ours(report.counts())
                ? "No native allocation was recorded; the program made none that is watched."
                : "Native allocations are not in this recording; `plimsoll record PID -o FILE` records them.";
    }

    private static boolean ours(Map<String, TypeCount> counts) {
        return counts.keySet().stream().anyMatch(name -> name.startsWith("plimsoll."));
    }

    private static boolean lacks(Map<String, TypeCount> counts, Set<String> names) {
        return names.stream().noneMatch(counts::containsKey);
    }
}

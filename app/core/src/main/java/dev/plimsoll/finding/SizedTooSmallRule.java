package dev.plimsoll.finding;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.List;
import java.util.Set;

/// Nothing grows, but what the JVM was allowed to take does not fit where it runs: when the heap fills up to its limit
/// the process is killed, and that looks like a leak. Asked only where no line leaks.
final class SizedTooSmallRule implements Rule {

    static final String ID = "sized-too-small";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether the limits fit";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.RESIDENT);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        TimelineSnapshot timeline = evidence.input().timeline();
        double container = timeline.memoryLimit() > 0 ? timeline.memoryLimit() : Double.NaN;
        double machine = timeline.gauge("physicalMemory").last();
        double limit = container < machine || Double.isNaN(machine) ? container : machine;
        double heapMax = timeline.gauge("heapMax").last();
        double outside =
                Math.max(0, timeline.rss().last() - timeline.heapCommitted().last());
        double needed = heapMax + outside;
        if (!(needed > limit)) {
            return List.of();
        }
        String where = limit == container ? "container" : "machine";
        return List.of(new Finding(
                ID,
                Verdict.SIZED_TOO_SMALL,
                "The heap may grow to " + Figures.bytes(heapMax) + " and " + Figures.bytes(outside)
                        + " are needed beside it, but the " + where + " has " + Figures.bytes(limit) + ".",
                "",
                new Estimate(needed - limit, 0),
                Estimate.ZERO,
                null,
                0,
                List.of(
                        EvidenceLine.of("No line of code keeps gaining memory in what was seen."),
                        EvidenceLine.of("Beside the heap live code, metaspace, thread stacks and "
                                        + Figures.bytes(evidence.input()
                                                .ledger()
                                                .liveBytes()
                                                .value())
                                        + " of watched native memory.")
                                .at(new Door.AccountBook())),
                "Give the " + where + " more memory, or the heap less.\njava -Xmx"
                        + Math.max(16, Math.round((limit - outside) * 0.9 / (1 << 20))) + "m ..."));
    }
}

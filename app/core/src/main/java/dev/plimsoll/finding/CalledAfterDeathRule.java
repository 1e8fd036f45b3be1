package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.Estimate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Native code still calls a callback whose owner was collected. Where the owner's Cleaner frees the callback the next
/// call ends the process; where nobody does, it works on a thing that the program has forgotten.
final class CalledAfterDeathRule implements Rule {

    static final String ID = "callback-after-death";

    /// The death is seen, and the last call told, up to so much later than they were.
    private static final long DOUBT = 2_000_000_000L;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "whether callbacks outlive their owners";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.CALLBACKS);
    }

    @Override
    public List<Finding> judge(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        Set<@Nullable Frame> said = new HashSet<>();
        for (Callback callback : evidence.input().ledger().callbacks()) {
            long after = callback.lastInvoked() - callback.ownerCollected();
            if (callback.ownerCollected() != 0 && after > DOUBT) {
                Frame frame = evidence.input().stacks().get(callback.stack()).site();
                if (said.add(frame)) {
                    findings.add(finding(callback, frame, after, evidence));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Callback callback, @Nullable Frame frame, long after, Evidence evidence) {
        return new Finding(
                ID,
                Verdict.FREED_TOO_EARLY,
                (frame == null ? "Code without a recorded stack" : frame.label())
                        + " registered a callback that native code still called " + Figures.duration(after)
                        + " after its owner was collected.",
                callback.binding(),
                Estimate.ZERO,
                new Estimate(1, 0),
                frame,
                callback.stack(),
                List.of(
                        EvidenceLine.of("It was called " + Figures.count(callback.invocations(), "time") + ".")
                                .at(new Door.Callback(callback.handle())),
                        EvidenceLine.of(
                                        "What it is bound to can be freed at any time; a call after that ends the process.")
                                .at(evidence.cycleBefore(callback.ownerCollected()))),
                """
                Keep the owner in a field for as long as native code may call, and take the callback out before it goes.
                library.setListener(null); arena.close();""");
    }
}

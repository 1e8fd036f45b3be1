package dev.plimsoll.comparison;

import dev.plimsoll.comparison.Pairs.Line;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.CallbackSite;
import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ledger.Site;
import dev.plimsoll.ledger.Sites;
import dev.plimsoll.session.Snapshot;
import java.util.HashMap;
import java.util.Map;

/// What the lines of one recording hold at its end, whether or not anything was found there.
final class Holdings {

    /// @param bytes live; zero for callbacks
    /// @param blocks live blocks or callbacks
    record Held(Estimate bytes, Estimate blocks) {

        static final Held NOTHING = new Held(Estimate.ZERO, Estimate.ZERO);

        static Held by(Finding finding) {
            return new Held(finding.bytes(), finding.blocks());
        }

        private Held plus(Held other) {
            return new Held(bytes.plus(other.bytes), blocks.plus(other.blocks));
        }
    }

    private final Map<Line, Held> blocks = new HashMap<>();
    private final Map<Line, Held> callbacks = new HashMap<>();

    Holdings(Snapshot snapshot) {
        for (Site site : Sites.of(snapshot.ledger(), snapshot.stacks())) {
            Held held = new Held(site.totals().liveBytes(), site.totals().liveBlocks());
            add(blocks, new Line(site.binding(), site.frame()), held);
        }
        for (CallbackSite site : Sites.ofCallbacks(snapshot.ledger(), snapshot.stacks())) {
            add(
                    callbacks,
                    new Line(site.binding(), site.frame()),
                    new Held(Estimate.ZERO, new Estimate(site.live(), 0)));
        }
    }

    /// At the line of a finding of the other recording, or in its method when the line moved.
    Held at(Finding finding) {
        Line line = new Line(finding.binding(), finding.frame());
        Map<Line, Held> held = finding.bytes().value() > 0 ? blocks : callbacks;
        Held exact = held.get(line);
        return exact != null ? exact : held.getOrDefault(line.method(), Held.NOTHING);
    }

    /// Under its line and under its method.
    private static void add(Map<Line, Held> all, Line line, Held held) {
        all.merge(line, held, Held::plus);
        if (!line.equals(line.method())) {
            all.merge(line.method(), held, Held::plus);
        }
    }
}

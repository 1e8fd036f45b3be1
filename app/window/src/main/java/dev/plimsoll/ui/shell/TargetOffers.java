package dev.plimsoll.ui.shell;

import dev.plimsoll.event.Frame;
import dev.plimsoll.ledger.StackTotals;
import dev.plimsoll.session.ExactLine;
import dev.plimsoll.session.HealthMetric.Offer;
import dev.plimsoll.session.Portion;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.target.TargetAct;
import dev.plimsoll.ui.kit.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Does what the health table offers about the target, and says what came of it. FX thread; asks the target in the
/// background.
final class TargetOffers {

    /// Bytes between two samples.
    private static final long STANDARD = 512 << 10;

    private final Shell shell;
    private final Executor background;

    TargetOffers(Shell shell, Executor background) {
        this.shell = shell;
        this.background = background;
    }

    void take(Offer offer, Session session) {
        switch (offer) {
            case RECORDING -> shell.save("plimsoll.jfr", file -> session.save(file, Portion.ALL));
            case EXACT -> leastCertain(session);
            case COARSER -> {
                session.sampling(new Sampling.Every(STANDARD));
                shell.say(new StatusLine.Part(Words.say("offer.coarser"), ""));
            }
            case ALLOCATOR -> ask(session, TargetAct.ALLOCATOR, TargetAct.PARTS);
            case TRIM -> ask(session, TargetAct.TRIM);
            case COLLECT -> ask(session, TargetAct.COLLECT);
            case FLAME, FINDING, CALLBACKS, CYCLE ->
                throw new IllegalArgumentException("A page leads there by itself: " + offer);
        }
    }

    /// Of the line whose live bytes are least certain; of all when it has none.
    private void leastCertain(Session session) {
        Snapshot now = session.snapshot();
        StackTotals totals = ExactLine.leastCertain(now).orElse(null);
        Frame line =
                totals == null ? null : now.stacks().get(totals.key().stack()).site();
        if (totals == null || line == null) {
            session.sampling(new Sampling.Exact());
            shell.say(new StatusLine.Part(Words.say("offer.exact"), ""));
        } else {
            exact(session, totals.key().binding(), line);
        }
    }

    /// Every block of one line from now on.
    void exact(Session session, String binding, Frame line) {
        background.execute(() -> {
            Sampling sampling = ExactLine.of(session.snapshot(), binding, line);
            session.sampling(sampling);
            String words = sampling instanceof Sampling.ExactFor some
                    ? Words.say(
                            "offer.exactLine",
                            line.label(),
                            Words.count(some.sizes().size()),
                            binding)
                    : Words.say("offer.exact");
            shell.door().run(() -> shell.say(new StatusLine.Part(words, "")));
        });
    }

    /// The first that can be done is enough for good news; what cannot is said only when nothing could.
    private void ask(Session session, TargetAct... acts) {
        shell.say(new StatusLine.Part(Words.say("offer.asking"), ""));
        background.execute(() -> {
            List<String> done = new ArrayList<>();
            List<String> failed = new ArrayList<>();
            for (TargetAct act : acts) {
                try {
                    done.add(session.act(act));
                } catch (IOException e) {
                    failed.add(String.valueOf(e.getMessage()));
                }
            }
            StatusLine.Part outcome = done.isEmpty()
                    ? new StatusLine.Part(String.join(" ", failed), "warning")
                    : new StatusLine.Part(String.join(" ", done), "");
            shell.door().run(() -> shell.say(outcome));
        });
    }
}

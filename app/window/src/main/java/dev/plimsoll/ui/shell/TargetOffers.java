package dev.plimsoll.ui.shell;

import dev.plimsoll.session.HealthMetric.Offer;
import dev.plimsoll.session.Portion;
import dev.plimsoll.session.Session;
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
            case EXACT -> {
                session.sampling(new Sampling.Exact());
                shell.say(new StatusLine.Part(Words.say("offer.exact"), ""));
            }
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

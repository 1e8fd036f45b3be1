package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;

/// What the left of the status bar says: how exact the figures are, and what is missing.
final class StatusLine {

    /// @param tone empty, `warning` or `critical`
    record Part(String text, String tone) {}

    private StatusLine() {}

    static List<Part> of(Snapshot snapshot, boolean frozen) {
        List<Part> parts = new ArrayList<>();
        switch (snapshot.phase()) {
            case Phase.Opening opening -> parts.add(new Part(opening.doing() + progress(opening.done()), ""));
            case Phase.Failed failed -> parts.add(new Part(failed.sentence(), "critical"));
            case Phase.Ended ended -> parts.add(new Part(ended.sentence(), "warning"));
            case Phase.Live ignored -> {
                if (frozen) {
                    parts.add(new Part(Words.say("status.frozen"), "warning"));
                }
            }
            case Phase.Playback playback -> {
                parts.add(new Part(fileName(snapshot.subject().source()), ""));
                // The gravest is the first one; there is room for no more.
                playback.remarks().stream().limit(1).forEach(remark -> parts.add(new Part(remark, "")));
            }
        }
        Health health = snapshot.health();
        if (health.interval() > 0) {
            parts.add(new Part(sampling(health), ""));
            if (health.interval() > 1) {
                parts.add(new Part(Words.say("status.estimates"), ""));
                parts.add(new Part(Words.say("status.exact"), ""));
            }
        }
        if (health.orphanFrees() > 0) {
            parts.add(new Part(Words.say("status.orphans", Words.count(health.orphanFrees())), ""));
        }
        if (health.agentErrors() > 0) {
            parts.add(new Part(Words.say("status.agentErrors", Words.count(health.agentErrors())), "warning"));
        }
        return parts;
    }

    private static String sampling(Health health) {
        boolean every = health.interval() <= 1;
        if (health.mode().equals("adaptive")) {
            return every
                    ? Words.say("status.adaptiveEvery")
                    : Words.say("status.adaptive", Words.bytes(health.interval()));
        }
        if (every && health.following().stackInterval() > 0) {
            return Words.say("status.someStacks");
        }
        return every ? Words.say("status.everyBlock") : Words.say("status.sampling", Words.bytes(health.interval()));
    }

    private static String progress(double done) {
        return done < 0 ? "" : " · " + Words.percent(done);
    }

    private static String fileName(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }
}

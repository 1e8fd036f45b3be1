package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Health;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.session.Subject;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the target bar says.
///
/// @param name short name
/// @param pid or empty
/// @param details JDK, collector, heap limit: what tells most first
/// @param dot `good`, `warning`, `neutral` or `critical`: the state of the target
/// @param live whether Live and Freeze mean anything
/// @param frozen whether the pages are held
/// @param waiting the amber chip while frozen, or empty
/// @param costs figures of what watching costs and misses
record TargetBarState(
        String name,
        String pid,
        List<String> details,
        String dot,
        boolean live,
        boolean frozen,
        String waiting,
        List<Cost> costs) {

    /// One figure of the self-cost: words before, the figure, words after.
    ///
    /// @param tone empty, `warning` or `critical`
    record Cost(String id, String before, String figure, String after, String tone) {

        /// Whether the other says the same but for its figure.
        boolean sameWords(Cost other) {
            return id.equals(other.id)
                    && before.equals(other.before)
                    && after.equals(other.after)
                    && tone.equals(other.tone)
                    && figure.isEmpty() == other.figure.isEmpty();
        }
    }

    static TargetBarState of(Snapshot snapshot, boolean frozen, long eventsWaiting) {
        Subject subject = snapshot.subject();
        boolean live = snapshot.phase() instanceof Phase.Live;
        String waiting = frozen
                ? Words.say("target.frozen", Words.clock(snapshot.timeline().end()), Words.count(eventsWaiting))
                : "";
        return new TargetBarState(
                shortName(subject),
                subject.pid() < 0 ? "" : Long.toString(subject.pid()),
                details(subject),
                frozen ? "warning" : dot(snapshot.phase()),
                live,
                frozen,
                waiting,
                live ? liveCosts(snapshot.health()) : restCosts(snapshot));
    }

    private static String shortName(Subject subject) {
        String name = subject.source().isEmpty() ? subject.name() : subject.source();
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        boolean file = !subject.source().isEmpty() || last.endsWith(".jar");
        return file ? last : last.substring(last.lastIndexOf('.') + 1);
    }

    private static List<String> details(Subject subject) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(release(subject.jvm()), subject.collector(), heapLimit(subject.arguments()))) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return List.copyOf(parts);
    }

    /// Without who built it: the picker tells that, and here it would push the collector out of sight.
    private static String release(String jvm) {
        String[] words = jvm.split(" ", 3);
        return words.length < 3 ? jvm : words[0] + " " + words[1];
    }

    private static String heapLimit(String arguments) {
        for (String argument : arguments.split("\\s+")) {
            if (argument.startsWith("-Xmx")) {
                return argument;
            }
        }
        return "";
    }

    private static String dot(Phase phase) {
        return switch (phase) {
            case Phase.Live ignored -> "good";
            case Phase.Opening ignored -> "warning";
            case Phase.Playback ignored -> "neutral";
            case Phase.Ended ignored -> "neutral";
            case Phase.Failed ignored -> "critical";
        };
    }

    private static List<Cost> liveCosts(Health health) {
        List<Cost> costs = new ArrayList<>();
        if (!Double.isNaN(health.overheadPercent())) {
            costs.add(new Cost(
                    "overhead",
                    Words.say("cost.overhead"),
                    Words.percent(health.overheadPercent() / 100),
                    "",
                    health.overheadPercent() > 1 ? "warning" : ""));
        }
        costs.add(new Cost(
                "events", "", Words.count(Math.round(health.eventsPerSecond())), Words.say("cost.perSecond"), ""));
        costs.add(new Cost(
                "dropped",
                Words.say("cost.dropped"),
                Words.count(health.eventsLost()),
                "",
                health.eventsLost() > 0 ? "critical" : ""));
        if (!Double.isNaN(health.lagMillis())) {
            boolean late = health.lagMillis() > 1000;
            String figure = late
                    ? String.format(Locale.ROOT, "%.1f s", health.lagMillis() / 1000)
                    : Math.round(health.lagMillis()) + " ms";
            costs.add(new Cost("lag", Words.say("cost.lag"), figure, "", late ? "warning" : ""));
        }
        return costs;
    }

    private static List<Cost> restCosts(Snapshot snapshot) {
        List<Cost> costs = new ArrayList<>();
        costs.add(new Cost("total", "", Words.count(snapshot.ledger().eventsApplied()), Words.say("cost.events"), ""));
        if (snapshot.health().truncated()) {
            costs.add(new Cost("whole", Words.say("cost.truncated"), "", "", "warning"));
        } else if (snapshot.health().eventsLost() > 0) {
            costs.add(new Cost(
                    "dropped",
                    Words.say("cost.dropped"),
                    Words.count(snapshot.health().eventsLost()),
                    "",
                    "critical"));
        } else {
            costs.add(new Cost("whole", Words.say("cost.complete"), "", "", ""));
        }
        return costs;
    }
}

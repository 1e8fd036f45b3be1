package dev.plimsoll.truth;

import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.session.Replay;
import dev.plimsoll.session.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What was said of a case.
///
/// @param findings of the report, gravest first
/// @param alarms what was ever called a leak, at any second of the recording, and is not the answer
/// @param seconds from the program's first fault to the right finding in first place, NaN when it never came
/// @param cycles GC cycles until then, -1 when it never came
/// @param failure why there is no answer, or the empty string
record Outcome(Case of, List<Told> findings, Set<String> alarms, double seconds, int cycles, String failure) {

    private static final long SECOND = 1_000_000_000L;

    /// Judges a recording by its report, and second by second as somebody would have seen it who watched.
    static Outcome of(Case of, Path file, Desk desk) throws IOException, InterruptedException {
        List<Told> report = Told.in(desk.report(file));
        Seconds seconds = new Seconds(of.program());
        try {
            Replay.of(file, SECOND, seconds::second);
        } catch (RecordingException e) {
            throw new IOException(e);
        }
        return new Outcome(of, report, seconds.alarms(), seconds.detected, seconds.cycles, "");
    }

    static Outcome failed(Case of, String failure) {
        return new Outcome(of, List.of(), Set.of(), Double.NaN, -1, failure);
    }

    /// Follows the findings while the recording goes on.
    private static final class Seconds {
        private final Program program;
        private final Map<String, List<Long>> alarms = new LinkedHashMap<>();
        private double detected = Double.NaN;
        private int cycles = -1;

        Seconds(Program program) {
            this.program = program;
        }

        void second(Snapshot snapshot) {
            List<Told> told = snapshot.findings().stream().map(Told::of).toList();
            boolean right = !told.isEmpty() && told.getFirst().isRight(program);
            for (Told finding : told) {
                if (finding.alarms()
                        && !finding.isRight(program)
                        && !(finding.verdict().startsWith("leak") && atFault(finding))) {
                    alarms.computeIfAbsent(
                                    finding.verdict() + " " + finding.frame() + " (" + finding.rule() + ")",
                                    key -> new ArrayList<>())
                            .add((snapshot.timeline().end()
                                            - snapshot.timeline().start())
                                    / SECOND);
                }
            }
            if (right && Double.isNaN(detected)) {
                long first = firstFault(snapshot);
                long now = snapshot.timeline().end();
                detected = (now - first) / 1e9;
                cycles = (int) snapshot.timeline().cycles().stream()
                        .filter(cycle -> cycle.start() > first && cycle.start() <= now)
                        .count();
            }
        }

        /// Each with the seconds at which it was said.
        Set<String> alarms() {
            Set<String> words = new LinkedHashSet<>();
            alarms.forEach((what, when) -> words.add(what + " at " + when.getFirst() + " to " + when.getLast() + " s"));
            return words;
        }

        /// A leak that is likely before it is proven is no false alarm, nor is one whose line is not known yet.
        private boolean atFault(Told finding) {
            return program.answer().startsWith("leak")
                    && (finding.frame().isEmpty() || program.isAtFault(finding.frame()));
        }

        private long firstFault(Snapshot snapshot) {
            return snapshot.timeline().start() + program.begins() * SECOND;
        }
    }

    boolean found() {
        return !findings.isEmpty() && findings.getFirst().isRight(of.program());
    }

    /// Whether the report is as it should be: a problem in the first place, or nothing that alarms.
    boolean right() {
        if (!failure.isEmpty()) {
            return false;
        }
        return of.program().healthy() ? findings.stream().noneMatch(Told::alarms) : found();
    }

    /// One line.
    String line() {
        String time = cycles < 0 ? "" : String.format(Locale.ROOT, "%.0f s, %d cycles", seconds, cycles);
        List<String> said = new ArrayList<>();
        findings.stream().limit(3).forEach(told -> said.add(told.verdict() + " " + told.frame()));
        return String.format(
                Locale.ROOT,
                "%-5s %-42s %-28s %-16s %s%s",
                right() ? "ok" : "WRONG",
                of.name(),
                of.program().answer(),
                time,
                failure.isEmpty() ? said : failure,
                alarms.isEmpty() ? "" : " on the way: " + alarms);
    }
}

package dev.plimsoll.ui.overview;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Verdict;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.kit.FindingFigures;
import dev.plimsoll.ui.kit.Frames;
import dev.plimsoll.ui.kit.Words;
import java.util.List;

/// The page's first sentence: what RSS did, and how much of that is one leak, with a way to it.
///
/// @param before words up to the link, or the whole sentence
/// @param link the leak's line, or the empty string
/// @param after words behind the link
/// @param finding where the link leads: position in the snapshot's list
record Headline(String before, String link, String after, int finding) {

    /// Below this share of the growth a leak does not explain it.
    private static final double TELLING = 0.01;

    /// Growth below this many bytes is none.
    private static final double GROWN = 1024 * 1024;

    static Headline of(Snapshot snapshot, AccountBook book) {
        double grown = book.rssChange();
        if (Double.isNaN(grown)) {
            return new Headline(snapshot.summary(), "", "", -1);
        }
        String time = Words.age(book.range().length());
        String rss = grown >= GROWN
                ? Words.say("overview.grew", Words.bytes(grown), time)
                : grown <= -GROWN
                        ? Words.say("overview.fell", Words.bytes(-grown), time)
                        : Words.say("overview.stayed", Words.bytes(book.rss()), time);
        int leak = biggestLeak(snapshot.findings());
        if (leak < 0) {
            return new Headline(rss + Words.say("overview.noLeak"), "", "", -1);
        }
        Finding finding = snapshot.findings().get(leak);
        var frame = finding.frame();
        String line = frame == null ? finding.binding() : Frames.shortLabel(frame);
        double bytes = finding.bytes().value();
        double share = grown >= GROWN ? bytes / grown : 0;
        String words = share >= TELLING && share <= 1
                ? Words.say("overview.partOfIt", Words.percent(share))
                : bytes > 0
                        ? Words.say("overview.leakOf", Words.bytes(bytes))
                        : Words.say("overview.leakOfBlocks", FindingFigures.of(finding));
        return new Headline(rss + words, line, ".", leak);
    }

    String words() {
        return before + link + after;
    }

    /// What grows and nobody can place has no line for the sentence to end with.
    private static int biggestLeak(List<Finding> findings) {
        int best = -1;
        for (int i = 0; i < findings.size(); i++) {
            Verdict verdict = findings.get(i).verdict();
            boolean leak = verdict == Verdict.LEAK_PROVEN || verdict == Verdict.LEAK_LIKELY;
            boolean placed = findings.get(i).frame() != null
                    || !findings.get(i).binding().isEmpty();
            if (leak
                    && placed
                    && (best < 0
                            || findings.get(i).bytes().value()
                                    > findings.get(best).bytes().value())) {
                best = i;
            }
        }
        return best;
    }
}

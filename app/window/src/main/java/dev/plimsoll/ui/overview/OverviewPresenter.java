package dev.plimsoll.ui.overview;

import dev.plimsoll.session.Coverage;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides when the overview is drawn again, at most once a second while live, and what it says. Without a tool kit.
final class OverviewPresenter {

    private static final long SECOND = 1_000_000_000L;

    private long drawnEnd = Long.MIN_VALUE;
    private Optional<TimeRange> drawnRange = Optional.empty();
    private Class<? extends Phase> drawnPhase = Phase.Opening.class;
    private int drawnFindings;

    /// Whether this snapshot differs enough from what stands there.
    boolean due(Snapshot snapshot, Optional<TimeRange> range) {
        long end = snapshot.timeline().end();
        boolean sameKind = range.equals(drawnRange)
                && snapshot.phase().getClass().equals(drawnPhase)
                && snapshot.findings().size() == drawnFindings;
        // Where a person may stand still between two seconds, every moment is another.
        long least = snapshot.phase() instanceof Phase.Live ? SECOND : 1;
        if (sameKind && end >= drawnEnd && drawnEnd > end - least) {
            return false;
        }
        drawnEnd = end;
        drawnRange = range;
        drawnPhase = snapshot.phase().getClass();
        drawnFindings = snapshot.findings().size();
        return true;
    }

    static OverviewViewState state(Snapshot snapshot, Optional<TimeRange> range) {
        AccountBook book = AccountBook.of(snapshot, range);
        return new OverviewViewState(
                Headline.of(snapshot, book),
                book,
                snapshot.timeline().memoryLimit(),
                snapshot.timeline().cycles().stream()
                        .filter(cycle -> !cycle.young())
                        .map(Cycle::start)
                        .filter(book.range()::contains)
                        .toList(),
                snapshot.findings(),
                unseen(snapshot, book));
    }

    private static List<String> unseen(Snapshot snapshot, AccountBook book) {
        List<String> sentences = new ArrayList<>();
        for (Account account : book.accounts()) {
            if (account.name().equals(AccountBook.NOT_RESIDENT) && account.now() < 0) {
                sentences.add(Words.say("unseen.untouched", Words.bytes(-account.now())));
            } else if (account.name().equals(AccountBook.UNEXPLAINED) && account.now() > 0) {
                sentences.add(Words.say("unseen.rest", Words.bytes(account.now()), Words.percent(account.share())));
            } else if (account.name().equals(AccountBook.ELSE)) {
                sentences.add(Words.say("unseen.heap", Words.bytes(account.now())));
            }
        }
        if (snapshot.ledger().orphanFrees() > 0) {
            sentences.add(
                    Words.say("unseen.before", Words.count(snapshot.ledger().orphanFrees())));
        }
        var rss = snapshot.timeline().rss();
        if (rss.size() > 0) {
            sentences.add(Words.say("unseen.attach", Words.bytes(rss.values()[0])));
        }
        String absent = labels(snapshot, "absent");
        if (!absent.isEmpty()) {
            sentences.add(Words.say("unseen.watched", labels(snapshot, "woven"), absent));
        }
        for (Coverage coverage : snapshot.coverage()) {
            if (coverage.state().equals("failed")) {
                sentences.add(Words.say("unseen.failed", coverage.binding(), coverage.detail()));
            }
        }
        if (snapshot.health().eventsLost() > 0) {
            sentences.add(Words.say("unseen.lost", Words.count(snapshot.health().eventsLost())));
        }
        return sentences;
    }

    private static String labels(Snapshot snapshot, String state) {
        return snapshot.coverage().stream()
                .filter(coverage -> coverage.state().equals(state))
                .map(Coverage::label)
                .collect(Collectors.joining(", "));
    }
}

package dev.plimsoll.ui.flame;

import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Words;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Two moments whose difference colours frames.
sealed interface Between {

    /// The ends of the range where a recording can tell of them, else the mark and now.
    static Optional<Between> of(Question question) {
        return question.range().isPresent() && question.film().isPresent()
                ? Optional.of(new Ends(question.film().get(), question.range().get()))
                : question.since().map(SinceMark::new);
    }

    LedgerSnapshot earlier(BooleanSupplier cancelled);

    /// @param shown the moment on the screen
    LedgerSnapshot later(Snapshot shown, BooleanSupplier cancelled);

    /// `change since 14:06:28`.
    String words();

    record SinceMark(Baseline mark) implements Between {

        @Override
        public LedgerSnapshot earlier(BooleanSupplier cancelled) {
            return mark.snapshot().ledger();
        }

        @Override
        public LedgerSnapshot later(Snapshot shown, BooleanSupplier cancelled) {
            return shown.ledger();
        }

        @Override
        public String words() {
            return Words.say("flame.change.since", Words.clock(mark.time()));
        }
    }

    record Ends(Playback film, TimeRange range) implements Between {

        @Override
        public LedgerSnapshot earlier(BooleanSupplier cancelled) {
            return film.at(range.from(), cancelled).ledger();
        }

        @Override
        public LedgerSnapshot later(Snapshot shown, BooleanSupplier cancelled) {
            return film.at(range.to(), cancelled).ledger();
        }

        @Override
        public String words() {
            return Words.say("flame.change.range", Words.clock(range.from()), Words.clock(range.to()));
        }
    }
}

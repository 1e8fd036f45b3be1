package dev.plimsoll.ui.overview;

import dev.plimsoll.ledger.BindingSums;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.timeline.MemoryBook;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.RunningSums;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where the resident memory went: heap as committed, live native bytes by binding, what the JVM says of itself, and
/// the rest. Where committed pages were never touched, a row below zero says how many. Pure.
///
/// @param accounts bottom of the stack first, `unexplained` last; all of them add up to `rss`
/// @param resident resident set over time, bytes; nobody knows it before its first value
/// @param rss bytes at the end of the range, NaN when unknown
/// @param rssChange over the range, NaN when unknown
/// @param range what the changes are over
record AccountBook(List<Account> accounts, Series resident, double rss, double rssChange, TimeRange range) {

    /// What is left of RSS when everything known is taken off.
    static final String UNEXPLAINED = "unexplained";

    /// The same where the size of the heap is not known.
    static final String ELSE = "everything else";

    /// What is committed, and thus in other rows, and is not in RSS.
    static final String NOT_RESIDENT = "not resident";

    private static final double MINUTE = 60e9;

    /// Share of RSS below which parts that native memory tracking tells stand together in one row: it tells some
    /// twenty, and most hold next to nothing.
    private static final double SMALL = 0.01;

    private static final int POINTS = 2_000;

    static AccountBook of(Snapshot snapshot, Optional<TimeRange> asked) {
        TimelineSnapshot timeline = snapshot.timeline();
        TimeRange range = asked.orElse(new TimeRange(timeline.start(), Math.max(timeline.start(), timeline.end())));
        double rss = at(timeline.rss(), range.to());
        MemoryBook book = MemoryBook.of(timeline);
        List<Account> accounts = new ArrayList<>();
        List<Series> bindings = new ArrayList<>();
        List<Series> small = new ArrayList<>();
        for (MemoryBook.Part part : book.parts()) {
            if (part.binding()) {
                bindings.add(part.series());
            } else if (part.name().startsWith(MemoryBook.TRACKED) && most(part.series(), range) < SMALL * rss) {
                small.add(named(part.series(), part.name()));
            } else {
                String how = Words.say(part.name().equals("heap") ? "account.heap" : "account.exact");
                accounts.add(account(part.name(), named(part.series(), part.name()), how, range, rss, false));
            }
        }
        if (!small.isEmpty()) {
            Series sum = RunningSums.of(small, timeline.start(), timeline.end(), POINTS)
                    .getLast();
            String how = Words.say("account.tracked", small.size());
            String name = Words.say("account.others");
            accounts.add(account(name, named(sum, name), how, range, rss, false));
        }
        for (Series series : RunningSums.inOrder(bindings)) {
            String how = asked.isEmpty() ? how(snapshot, series.name()) : Words.say("account.sampled");
            accounts.add(account(series.name(), series, how, range, rss, true));
        }
        if (!Double.isNaN(rss)) {
            accounts.addAll(rest(book, range, rss));
        }
        double rssChange = rss - first(timeline.rss(), range.from());
        return new AccountBook(List.copyOf(accounts), timeline.rss(), rss, rssChange, range);
    }

    private static List<Account> rest(MemoryBook book, TimeRange range, double rss) {
        if (!book.heapKnown()) {
            Series rest = named(book.rest(), ELSE);
            return List.of(account(ELSE, rest, Words.say("account.rest.heap"), range, rss, false));
        }
        Series untouched = named(book.untouched(), NOT_RESIDENT);
        Series unexplained = named(book.unexplained(), UNEXPLAINED);
        if (least(untouched, range) >= 0) {
            return List.of(account(UNEXPLAINED, unexplained, Words.say("account.rest"), range, rss, false));
        }
        return List.of(
                account(NOT_RESIDENT, untouched, Words.say("account.untouched"), range, rss, false),
                account(UNEXPLAINED, unexplained, Words.say("account.rest.least"), range, rss, false));
    }

    private static Account account(
            String name, Series series, String how, TimeRange range, double rss, boolean binding) {
        double now = zero(at(series, range.to()));
        double change = now - zero(first(series, range.from()));
        double perMinute = range.length() == 0 ? 0 : change / (range.length() / MINUTE);
        return new Account(name, now, change, perMinute, now / rss, how, series, binding);
    }

    private static String how(Snapshot snapshot, String binding) {
        for (BindingSums sums : snapshot.ledger().bindings()) {
            if (sums.binding().equals(binding)) {
                return sums.liveBytes().exact()
                        ? Words.say("account.every")
                        : Words.say("account.margin", Words.marginMib(sums.liveBytes()));
            }
        }
        return "";
    }

    /// The largest value in a range, that at its start included.
    private static double most(Series series, TimeRange range) {
        double most = zero(at(series, range.from()));
        for (int i = 0; i < series.size(); i++) {
            if (series.times()[i] >= range.from() && series.times()[i] <= range.to()) {
                most = Math.max(most, series.values()[i]);
            }
        }
        return most;
    }

    /// The smallest value in a range, that at its start included.
    private static double least(Series series, TimeRange range) {
        return -most(
                new Series(
                        "",
                        "",
                        series.times(),
                        Arrays.stream(series.values()).map(value -> -value).toArray()),
                range);
    }

    private static Series named(Series series, String name) {
        return new Series(name, series.unit(), series.times(), series.values());
    }

    private static double at(Series series, long time) {
        return series.at(time);
    }

    /// The value at `time`, or the first one after it.
    private static double first(Series series, long time) {
        double value = series.at(time);
        return Double.isNaN(value) && series.size() > 0 ? series.values()[0] : value;
    }

    private static double zero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}

package dev.plimsoll.ui.timeline;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.session.Playback;
import dev.plimsoll.timeline.Series;
import dev.plimsoll.timeline.TimelineSnapshot;
import dev.plimsoll.ui.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// State of the strip: which part of time is in view, whether it follows the live edge, the range, the hover line.
/// Times in nanoseconds since the epoch. Without a tool kit.
public final class TimelinePresenter {

    /// The longest part that following shows at once.
    static final long FOLLOWED = 600_000_000_000L;

    private static final long SHORTEST = 100_000_000L;

    private record Known(String rule, String binding, int stack) {}

    private final Map<Known, Long> firstSeen = new LinkedHashMap<>();
    private final Runnable onRange;
    private TimelineSnapshot timeline = none();
    private List<Alert> alerts = List.of();
    private long from;
    private long to = 1;
    private long followed;
    private boolean following = true;
    private boolean live;
    private @Nullable TimeRange range;
    private OptionalLong hover = OptionalLong.empty();
    private boolean sinceStart;
    private LaneChoice lanes = LaneChoice.USUAL;
    private OptionalLong playhead = OptionalLong.empty();

    /// @param onRange called after each change of the range
    public TimelinePresenter(Runnable onRange) {
        this.onRange = onRange;
    }

    /// Forgets everything: another session begins.
    public void reset() {
        firstSeen.clear();
        timeline = none();
        alerts = List.of();
        from = 0;
        to = 1;
        following = true;
        followed = 0;
        hover = OptionalLong.empty();
        playhead = OptionalLong.empty();
        clearRange();
    }

    /// @param live whether events still come in: then findings get a pin at the time at which they first appeared
    public void show(TimelineSnapshot newest, List<Finding> findings, boolean live) {
        this.live = live;
        timeline = newest;
        if (followed == 0) {
            followed = live ? FOLLOWED : Long.MAX_VALUE;
        }
        if (following) {
            toEdge();
        }
        List<Alert> seen = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            Known known = new Known(finding.rule(), finding.binding(), finding.stack());
            if (live) {
                firstSeen.putIfAbsent(known, newest.end());
            }
            Long time = firstSeen.get(known);
            if (time != null) {
                seen.add(new Alert(time, finding.severity(), finding.sentence(), i));
            }
        }
        alerts = List.copyOf(seen);
    }

    public TimelineViewState state() {
        long at = hover.orElse(
                playhead.isPresent() ? playhead.getAsLong() : Math.min(to, Math.max(timeline.end(), timeline.start())));
        return new TimelineViewState(
                timeline,
                alerts,
                from,
                to,
                live && following,
                Optional.ofNullable(range),
                hover,
                LaneValues.at(timeline, at),
                sinceStart,
                playhead,
                lanes);
    }

    /// Makes the visible part `factor` times as long (below 1: closer), keeping `anchor` where it is.
    public void zoom(double factor, long anchor) {
        long length = Math.round((to - from) * factor);
        double share = (double) (anchor - from) / (to - from);
        place(anchor - Math.round(length * share), length);
        if (following) {
            followed = to - from;
        }
    }

    /// Zooms at the middle, or at the live edge while following.
    public void zoom(double factor) {
        zoom(factor, hover.orElse(following ? to : from + (to - from) / 2));
    }

    /// Moves by a share of the visible part: negative into the past.
    public void pan(double share) {
        place(from + Math.round((to - from) * share), to - from);
    }

    /// Everything; the live edge stays in view.
    public void fit() {
        followed = Long.MAX_VALUE;
        toEdge();
    }

    public void toStart() {
        place(timeline.start(), to - from);
    }

    /// Back to the live edge, as close as the view is now.
    public void follow() {
        followed = to - from;
        toEdge();
    }

    public boolean following() {
        return following;
    }

    /// Shows just the range.
    public void zoomToRange() {
        if (range != null && range.length() >= SHORTEST) {
            place(range.from(), range.length());
        }
    }

    public Optional<TimeRange> range() {
        return Optional.ofNullable(range);
    }

    /// Both ends in any order; they are kept inside what was recorded.
    public void setRange(long one, long other) {
        long low = clampToData(Math.min(one, other));
        long high = clampToData(Math.max(one, other));
        range = new TimeRange(low, high);
        onRange.run();
    }

    public void clearRange() {
        if (range != null) {
            range = null;
            onRange.run();
        }
    }

    /// A film: its whole time axis, where it stands, and what was found when.
    ///
    /// @param findings of the moment that is shown: where a pin leads
    public void show(TimelineSnapshot whole, long position, List<Playback.Sighting> sightings, List<Finding> findings) {
        live = false;
        boolean begins = playhead.isEmpty();
        timeline = whole;
        playhead = OptionalLong.of(position);
        if (begins) {
            followed = Long.MAX_VALUE;
            toEdge();
        }
        List<Alert> pins = new ArrayList<>();
        for (Playback.Sighting sighting : sightings) {
            Finding finding = sighting.finding();
            pins.add(new Alert(sighting.time(), finding.severity(), finding.sentence(), indexOf(finding, findings)));
        }
        alerts = List.copyOf(pins);
    }

    /// -1 when the finding is not made at this moment.
    private static int indexOf(Finding finding, List<Finding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            Finding other = findings.get(i);
            if (other.rule().equals(finding.rule())
                    && other.binding().equals(finding.binding())
                    && Objects.equals(other.frame(), finding.frame())) {
                return i;
            }
        }
        return -1;
    }

    /// Whether times on the axis count from the beginning; else they are the clock's.
    public void sinceStart(boolean since) {
        sinceStart = since;
    }

    void lanes(LaneChoice chosen) {
        lanes = chosen;
    }

    public void hover(OptionalLong time) {
        hover = time;
    }

    private void place(long start, long length) {
        long shown = Math.clamp(length, SHORTEST, whole());
        from = Math.clamp(start, timeline.start(), timeline.start() + whole() - shown);
        to = from + shown;
        following = to >= timeline.start() + whole();
    }

    private void toEdge() {
        following = true;
        to = timeline.start() + whole();
        from = followed >= whole() ? timeline.start() : to - followed;
    }

    private long whole() {
        return Math.max(SHORTEST, timeline.end() - timeline.start());
    }

    private long clampToData(long time) {
        return Math.clamp(time, timeline.start(), Math.max(timeline.start(), timeline.end()));
    }

    private static TimelineSnapshot none() {
        Series empty = new Series("", "", new long[0], new double[0]);
        return new TimelineSnapshot(0, 0, empty, empty, empty, List.of(), empty, List.of(), -1);
    }
}

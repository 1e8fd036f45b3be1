package dev.plimsoll.session;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.finding.Finding;
import dev.plimsoll.ledger.RangeSums;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The transport of a recording: its playhead, and what there was at any moment and in any range.
///
/// Moving the playhead publishes a snapshot of that moment through [Session#onSnapshot], so all pages move together;
/// the snapshot's ledger and timeline end there. The strip draws [#timeline()], which is whole. All methods may be
/// called from any thread; those that move or set something return at once, and the newest wish wins. Times are
/// nanoseconds since the epoch.
public interface Playback {

    /// Slowest and fastest play, as multiples of the time that it took.
    double SLOWEST = 1;

    double FASTEST = 100;

    /// Of the first event.
    long start();

    /// Of the last event; here the playhead stands at first.
    long end();

    /// When there were most live native bytes: a moment to [#seek(long)] to.
    long peak();

    /// The whole time axis, wherever the playhead is.
    TimelineSnapshot timeline();

    /// What was found, and when for the first time, in order of time: the pins of the strip.
    List<Sighting> sightings();

    /// @param time nanoseconds since the epoch
    /// @param finding as it was said then
    record Sighting(long time, Finding finding) {}

    /// What stack numbers mean.
    StackTable stacks();

    /// The transport now.
    State state();

    /// `listener` is called with every change of the transport and once on registration, never by two threads at once;
    /// it must not block.
    Session.Subscription onState(Consumer<State> listener);

    /// Moves the playhead; times outside are drawn in. Play goes on from there.
    void seek(long time);

    /// Plays on from the playhead; from the start, or from that of the loop, when it stands at the end.
    void play();

    void pause();

    /// Drawn in to [#SLOWEST]..[#FASTEST].
    void speed(double times);

    /// Plays this range over and over; null ends that. The playhead moves into it.
    void loop(@Nullable Range range);

    /// The moment of the next or previous stop from the playhead, empty when there is none. Does not move.
    OptionalLong stop(Stop stop, boolean forward);

    /// Moves to the next or previous stop and pauses; does nothing when there is none.
    default void step(Stop stop, boolean forward) {
        stop(stop, forward).ifPresent(time -> {
            pause();
            seek(time);
        });
    }

    /// What there was at a moment. Takes milliseconds, on the calling thread; for six million events about thirty.
    ///
    /// @throws CancellationException when `cancelled` said yes
    Snapshot at(long time, BooleanSupplier cancelled);

    /// What happened to blocks after `from` until `to`, by binding and stack: what a flame graph of the range is folded
    /// from. Takes milliseconds, on the calling thread.
    ///
    /// @throws CancellationException when `cancelled` said yes
    List<RangeSums> between(long from, long to, BooleanSupplier cancelled);

    /// From `from` to `to`, which is later.
    record Range(long from, long to) {
        public Range {
            if (to <= from) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }

    /// Where play can be made to stop.
    enum Stop {
        /// The start of a GC cycle.
        GC,
        /// The moment from which on a finding was made that was not made before.
        FINDING
    }

    /// The transport.
    ///
    /// @param position of the playhead
    /// @param playing whether it moves by itself
    /// @param speed multiple of the time that it took
    /// @param loop range that is played over and over, or null
    record State(
            long position,
            boolean playing,
            double speed,
            @Nullable Range loop) {}
}

package dev.plimsoll.ui.kit;

import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.Token;
import java.util.List;

/// What a [LifeLanes] draws: lives of things over one time axis, with the GC cycles behind them. Times in nanoseconds
/// since the epoch.
///
/// @param from left end of the axis
/// @param to right end, after `from`
/// @param cycles in order of their start
/// @param lanes from the top
/// @param pitch logical pixels from lane to lane
public record LifeChart(long from, long to, List<Cycle> cycles, List<Lane> lanes, double pitch) {

    public static final LifeChart EMPTY = new LifeChart(0, 1, List.of(), List.of(), 24);

    /// One life.
    ///
    /// @param name in the gutter
    /// @param bars in the order they are painted
    /// @param ticks moments on the lane
    /// @param note words after `noteAt`, or the empty string
    /// @param noteAt where the note begins
    /// @param tone colour of the note
    public record Lane(String name, List<Bar> bars, List<Tick> ticks, String note, long noteAt, Token tone) {

        public Lane(String name, List<Bar> bars, List<Tick> ticks) {
            this(name, bars, ticks, "", 0, Token.TEXT_2);
        }
    }

    /// A span of a life.
    ///
    /// @param hue of a binding
    /// @param strength 1 for the full hue, less for what is only left over
    /// @param head words at its left end, or the empty string
    /// @param tail words at its right end
    public record Bar(long from, long to, Token hue, double strength, String head, String tail) {

        public Bar(long from, long to, Token hue, double strength) {
            this(from, to, hue, strength, "", "");
        }
    }

    /// A moment.
    public record Tick(long time, Token color) {}
}

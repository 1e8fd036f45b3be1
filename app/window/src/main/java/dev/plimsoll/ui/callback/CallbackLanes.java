package dev.plimsoll.ui.callback;

import dev.plimsoll.ledger.Callback;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.kit.BindingColors;
import dev.plimsoll.ui.kit.LifeChart;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The lives of some callbacks of one line: in full strength until the owner was collected, faint for as long as native
/// code could still call.
final class CallbackLanes {

    /// Lanes drawn; of more callbacks as many are taken, evenly spaced.
    static final int MOST = 8;

    private static final double PITCH = 16;
    private static final double LEFT_OVER = 0.34;

    private CallbackLanes() {}

    static LifeChart of(List<Callback> callbacks, Snapshot snapshot) {
        List<Callback> some = evenly(callbacks);
        if (some.isEmpty()) {
            return LifeChart.EMPTY;
        }
        long now = snapshot.ledger().time();
        long start = Math.min(some.getFirst().registered(), snapshot.timeline().start());
        List<LifeChart.Lane> lanes = new ArrayList<>();
        some.forEach(callback -> lanes.add(lane(callback, now)));
        return new LifeChart(
                start, Math.max(now, start + 1), snapshot.timeline().cycles(), lanes, PITCH);
    }

    /// At most [#MOST], oldest first, the oldest and the newest among them.
    static List<Callback> evenly(List<Callback> callbacks) {
        List<Callback> byAge = new ArrayList<>(callbacks);
        byAge.sort(Comparator.comparingLong(Callback::registered));
        if (byAge.size() <= MOST) {
            return byAge;
        }
        List<Callback> some = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            some.add(byAge.get((int) ((long) i * (byAge.size() - 1) / (MOST - 1))));
        }
        return some;
    }

    private static LifeChart.Lane lane(Callback callback, long now) {
        Token hue = BindingColors.of(callback.binding()).hue();
        long end = callback.live() ? now : callback.released();
        long died = callback.ownerCollected();
        List<LifeChart.Bar> bars = new ArrayList<>();
        List<LifeChart.Tick> ticks = new ArrayList<>();
        if (died > 0 && died < end) {
            bars.add(new LifeChart.Bar(callback.registered(), end, hue, LEFT_OVER));
            bars.add(new LifeChart.Bar(callback.registered(), died, hue, 1));
            ticks.add(new LifeChart.Tick(died, Token.CRITICAL));
        } else {
            bars.add(new LifeChart.Bar(callback.registered(), end, hue, 1));
        }
        if (callback.lastInvoked() > 0) {
            ticks.add(new LifeChart.Tick(callback.lastInvoked(), Token.TEXT));
        }
        return new LifeChart.Lane(Words.address(callback.handle()), bars, ticks);
    }
}

package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What watching costs and misses, gathered from the agent's own words and from what arrives. One thread.
final class Vitals {

    private static final long SECOND = 1_000_000_000L;

    private long interval;
    private String mode = "";
    private double overhead = Double.NaN;
    private long bytesLost;
    private long notFollowed;
    private long agentErrors;
    private double lag = Double.NaN;
    private boolean truncated;
    private NativeEvent.@Nullable AgentHealth last;

    /// The largest so far: what was left out then is not made good when the target is quiet.
    private long stackInterval;

    private final TreeMap<String, NativeEvent.NativeCalls> calls = new TreeMap<>();

    private long secondBegan;
    private long inThisSecond;
    private double perSecond;

    void record(NativeEvent event) {
        count(event.time());
        switch (event) {
            case NativeEvent.AgentHealth e -> {
                interval = e.interval();
                mode = e.mode();
                overhead = e.overheadPercent();
                notFollowed = e.notFollowed();
                agentErrors = e.errors();
                last = e;
                stackInterval = Math.max(stackInterval, e.stackInterval());
            }
            case NativeEvent.NativeCalls e -> calls.put(e.symbol(), e);
            case NativeEvent.DataLoss e -> bytesLost += e.bytes();
            default -> {}
        }
    }

    /// An event happened.
    void count(long time) {
        if (time - secondBegan >= SECOND) {
            perSecond = time - secondBegan < 2 * SECOND ? inThisSecond : 0;
            inThisSecond = 0;
            secondBegan = time;
        }
        inThisSecond++;
    }

    /// Milliseconds from a commit in the target to its place in the ledger.
    void lag(double millis) {
        lag = millis;
    }

    /// Something of the recording is missing or could not be read.
    void damaged() {
        truncated = true;
    }

    boolean truncated() {
        return truncated;
    }

    /// Of events that JFR had no room for: frees may be among them.
    long bytesLost() {
        return bytesLost;
    }

    long eventsLost() {
        return bytesLost + notFollowed;
    }

    Health health(long orphanFrees) {
        return new Health(
                interval,
                mode,
                overhead,
                perSecond,
                eventsLost(),
                orphanFrees,
                agentErrors,
                lag,
                truncated,
                following(),
                List.copyOf(calls.values()));
    }

    private Health.Following following() {
        NativeEvent.AgentHealth e = last;
        return e == null
                ? Health.Following.UNKNOWN
                : new Health.Following(
                        e.tableSize(),
                        e.tableCapacity(),
                        e.notFollowed(),
                        e.ownersNotWatched(),
                        e.misuses(),
                        e.strict(),
                        stackInterval);
    }
}

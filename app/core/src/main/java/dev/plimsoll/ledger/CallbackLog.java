package dev.plimsoll.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Callbacks that were released, so that it can be told which were live at any moment. Bounded: beyond [#MOST] the
/// oldest are forgotten. One thread writes.
final class CallbackLog {

    static final int MOST = 500_000;

    private final List<Callback> released = new ArrayList<>();

    void released(Callback callback) {
        if (released.size() == MOST) {
            released.subList(0, MOST / 2).clear();
        }
        released.add(callback);
    }

    /// @param callbacks live ones in order of registration, then the last of the released ones
    /// @param registered until then
    /// @param released until then
    record State(List<Callback> callbacks, long registered, long released) {}

    /// The callbacks at a moment.
    ///
    /// @param now the live ones at the end of the recording
    /// @param mark those of an earlier moment, for how often they had been called
    State at(long time, List<Callback> now, LedgerSnapshot mark) {
        List<Callback> live = new ArrayList<>();
        List<Callback> gone = new ArrayList<>();
        for (Callback callback : released) {
            if (callback.released() <= time) {
                gone.add(callback);
            } else if (callback.registered() <= time) {
                live.add(callback);
            }
        }
        for (Callback callback : now) {
            if (callback.live() && callback.registered() <= time) {
                live.add(callback);
            }
        }
        live.sort(Comparator.comparingLong(Callback::registered));
        long registered = (long) gone.size() + live.size();
        long forgotten = Math.max(0, mark.callbacksReleased() - gone.size());
        Map<Long, Callback> before = new HashMap<>();
        for (Callback callback : mark.callbacks()) {
            before.put(callback.handle(), callback);
        }
        Callback[] then = live.stream()
                .map(callback -> then(callback, time, before.get(callback.handle())))
                .toArray(Callback[]::new);
        Callback[] tail = gone.subList(Math.max(0, gone.size() - CallbackBook.TAIL), gone.size())
                .toArray(Callback[]::new);
        return new State(new CallbackList(List.of(then, tail)), registered + forgotten, gone.size() + forgotten);
    }

    private static Callback then(Callback callback, long time, @org.jspecify.annotations.Nullable Callback before) {
        long invocations = callback.invocations();
        long last = callback.lastInvoked();
        if (last > time) {
            boolean same = before != null && before.registered() == callback.registered();
            invocations = same && before != null ? before.invocations() : -1;
            last = same && before != null ? before.lastInvoked() : 0;
        }
        return new Callback(
                callback.handle(),
                callback.targetClass(),
                callback.binding(),
                callback.lifetime(),
                callback.registered(),
                0,
                callback.ownerCollected() > time ? 0 : callback.ownerCollected(),
                invocations,
                last,
                callback.stack());
    }
}

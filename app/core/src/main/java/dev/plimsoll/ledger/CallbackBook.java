package dev.plimsoll.ledger;

import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Callbacks by handle. One thread; what it publishes is immutable.
final class CallbackBook {

    /// Released callbacks that are still shown.
    static final int TAIL = 1_000;

    private static final class Page {
        final ArrayList<Callback> live = new ArrayList<>(CallbackList.PAGE);
        Callback @Nullable [] published;

        Callback[] publish() {
            if (published == null) {
                published = live.toArray(Callback[]::new);
            }
            return published;
        }
    }

    private final HistoryBook history;
    private final @Nullable CallbackLog log;
    private final Map<Long, Page> pages = new HashMap<>();
    private final ArrayList<Page> order = new ArrayList<>();
    private final Recent<Long> earlyReleases = new Recent<>();
    private final ArrayDeque<Callback> tail = new ArrayDeque<>();
    private CallbackList published = CallbackList.EMPTY;
    private boolean dirty;
    private long registered;
    private long released;

    /// @param log where released callbacks are kept, or null when they are forgotten
    CallbackBook(HistoryBook history, @Nullable CallbackLog log) {
        this.history = history;
        this.log = log;
    }

    void register(NativeEvent.CallbackRegistered event) {
        if (pages.containsKey(event.handle())) {
            release(event.handle(), event.time(), null);
        }
        registered++;
        history.born(line(event.binding(), event.stack()), event.time(), 0, 1, event.lifetime(), null);
        Page page = order.isEmpty() ? null : order.getLast();
        if (page == null || page.live.size() == CallbackList.PAGE) {
            page = new Page();
            order.add(page);
        }
        page.live.add(new Callback(
                event.handle(),
                event.targetClass(),
                event.binding(),
                event.lifetime(),
                event.time(),
                0,
                0,
                -1,
                0,
                event.stack()));
        pages.put(event.handle(), page);
        touch(page);
        Long early = earlyReleases.remove(event.handle());
        if (early != null && early >= event.time()) {
            release(event.handle(), early);
        }
    }

    private int line(String binding, int stack) {
        return history.line(binding, stack, true);
    }

    /// A handle that is not known was registered before the attach, or its registration comes with the next flush.
    void release(long handle, long time) {
        release(handle, time, FreeCause.EXPLICIT);
    }

    private void release(long handle, long time, @Nullable FreeCause cause) {
        Page page = pages.get(handle);
        if (page == null) {
            earlyReleases.put(handle, time);
            return;
        }
        pages.remove(handle);
        released++;
        Callback gone = page.live.remove(indexIn(page, handle));
        int line = line(gone.binding(), gone.stack());
        history.ended(line, gone.registered(), time, 0, 1, cause, gone.ownerCollected());
        if (page.live.isEmpty()) {
            order.remove(page);
        }
        if (tail.size() == TAIL) {
            tail.removeFirst();
        }
        Callback ended = with(gone, time, gone.ownerCollected(), gone.invocations(), gone.lastInvoked());
        tail.addLast(ended);
        if (log != null) {
            log.released(ended);
        }
        touch(page);
    }

    /// A callback that was collected is told where it is collected: what can be changed is where it was registered.
    NativeEvent.Misuse placed(NativeEvent.Misuse misuse) {
        Page page = misuse.kind().equals(NativeEvent.Misuse.CALLBACK_COLLECTED) ? pages.get(misuse.address()) : null;
        if (page == null) {
            return misuse;
        }
        return new NativeEvent.Misuse(
                misuse.time(),
                misuse.kind(),
                misuse.address(),
                misuse.binding(),
                page.live.get(indexIn(page, misuse.address())).stack());
    }

    /// The target's clock of calls goes in steps of its ticker, so the last call may be told as earlier than the
    /// registration: then it was soon after.
    void activity(long handle, long invocations, long last) {
        Page page = pages.get(handle);
        if (page != null) {
            int index = indexIn(page, handle);
            Callback was = page.live.get(index);
            long called = last == 0 ? 0 : Math.max(last, was.registered());
            page.live.set(index, with(was, 0, was.ownerCollected(), invocations, called));
            touch(page);
        }
    }

    /// Returns whether the handle is a live callback's.
    boolean ownerCollected(long handle, long time) {
        Page page = pages.get(handle);
        if (page == null) {
            return false;
        }
        int index = indexIn(page, handle);
        Callback was = page.live.get(index);
        if (was.ownerCollected() == 0) {
            page.live.set(index, with(was, 0, time, was.invocations(), was.lastInvoked()));
            history.ownerGone(line(was.binding(), was.stack()), time, 0, 1, null);
            touch(page);
        }
        return true;
    }

    long registered() {
        return registered;
    }

    long released() {
        return released;
    }

    long live() {
        return registered - released;
    }

    /// Live ones in order of registration, then the released ones in order of release.
    List<Callback> publish() {
        if (dirty) {
            dirty = false;
            List<Callback[]> parts = new ArrayList<>(order.size() + 1);
            for (Page page : order) {
                parts.add(page.publish());
            }
            parts.add(tail.toArray(Callback[]::new));
            published = new CallbackList(parts);
        }
        return published;
    }

    private void touch(Page page) {
        page.published = null;
        dirty = true;
    }

    private static int indexIn(Page page, long handle) {
        for (int i = 0; i < page.live.size(); i++) {
            if (page.live.get(i).handle() == handle) {
                return i;
            }
        }
        throw new IllegalStateException("callback page and map disagree");
    }

    private static Callback with(Callback was, long released, long ownerCollected, long invocations, long lastInvoked) {
        return new Callback(
                was.handle(),
                was.targetClass(),
                was.binding(),
                was.lifetime(),
                was.registered(),
                released,
                ownerCollected,
                invocations,
                lastInvoked,
                was.stack());
    }
}

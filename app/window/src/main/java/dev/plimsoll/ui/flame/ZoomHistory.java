package dev.plimsoll.ui.flame;

import dev.plimsoll.event.Frame;
import java.util.ArrayList;
import java.util.List;

/// Where the graph was zoomed to, as a browser remembers pages. A place is the path of frames from the outermost down
/// to
/// the one that fills the width; the empty path is the whole graph. One thread.
final class ZoomHistory {

    private static final int LONGEST = 200;

    private final List<List<Frame>> places = new ArrayList<>(List.of(List.of()));
    private int at;

    List<Frame> place() {
        return places.get(at);
    }

    /// Goes to a new place and forgets the ones ahead. Going to where one is does nothing.
    void go(List<Frame> place) {
        if (place.equals(place())) {
            return;
        }
        places.subList(at + 1, places.size()).clear();
        places.add(List.copyOf(place));
        if (places.size() > LONGEST) {
            places.removeFirst();
        }
        at = places.size() - 1;
    }

    /// One level towards the root.
    void out() {
        List<Frame> place = place();
        if (!place.isEmpty()) {
            go(place.subList(0, place.size() - 1));
        }
    }

    boolean canGoBack() {
        return at > 0;
    }

    boolean canGoForward() {
        return at < places.size() - 1;
    }

    void back() {
        if (canGoBack()) {
            at--;
        }
    }

    void forward() {
        if (canGoForward()) {
            at++;
        }
    }
}

package dev.plimsoll.ui.timeline;

import dev.plimsoll.ui.Memory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which lanes a person wants to see, and which on top. One lane at least is shown.
///
/// @param hidden never all of them
/// @param pinned on top, in this order, and kept where others are dropped for want of room
public record LaneChoice(Set<Lane> hidden, List<Lane> pinned) {

    static final LaneChoice USUAL = new LaneChoice(Set.of(), List.of());

    private static final String HIDDEN = "timeline.hidden";
    private static final String PINNED = "timeline.pinned";

    /// What is remembered; what is no lane, and a memory that hides all, is left out.
    static LaneChoice in(Memory memory) {
        Set<Lane> hidden = new LinkedHashSet<>(lanes(memory.get(HIDDEN, "")));
        return new LaneChoice(
                hidden.size() == Lane.values().length ? Set.of() : Set.copyOf(hidden),
                List.copyOf(new LinkedHashSet<>(lanes(memory.get(PINNED, "")))));
    }

    void remember(Memory memory) {
        memory.put(HIDDEN, words(hidden.stream().sorted().toList()));
        memory.put(PINNED, words(pinned));
    }

    /// Shown lanes from the top.
    List<Lane> order() {
        Set<Lane> order = new LinkedHashSet<>(pinned);
        order.addAll(List.of(Lane.values()));
        order.removeAll(hidden);
        return List.copyOf(order);
    }

    /// Whether hiding it would leave none.
    boolean last(Lane lane) {
        return order().equals(List.of(lane));
    }

    /// A lane that is hidden is not pinned any more.
    LaneChoice hide(Lane lane, boolean hide) {
        if (hide && last(lane)) {
            return this;
        }
        Set<Lane> next = new LinkedHashSet<>(hidden);
        if (hide) {
            next.add(lane);
        } else {
            next.remove(lane);
        }
        return new LaneChoice(Set.copyOf(next), hide ? without(lane) : pinned);
    }

    /// Pinned below those that are; one that was hidden is shown.
    LaneChoice pin(Lane lane, boolean pin) {
        List<Lane> next = new ArrayList<>(without(lane));
        if (pin) {
            next.add(lane);
        }
        return new LaneChoice(pin ? hide(lane, false).hidden : hidden, List.copyOf(next));
    }

    private List<Lane> without(Lane lane) {
        return pinned.stream().filter(other -> other != lane).toList();
    }

    private static List<Lane> lanes(String words) {
        return Arrays.stream(words.split(" "))
                .flatMap(word ->
                        Arrays.stream(Lane.values()).filter(lane -> lane.word().equals(word)))
                .toList();
    }

    private static String words(List<Lane> lanes) {
        return lanes.stream().map(Lane::word).collect(Collectors.joining(" "));
    }
}

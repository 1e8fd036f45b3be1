package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.SiteHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What keeps the owners of a line's memory from being collected, where the recorder looked for that.
final class Holders {

    private static final String STEP = " > ";

    /// Holders that are told, outermost first: where a program holds on is at the root, not at the object.
    private static final int TOLD = 6;

    private Holders() {}

    /// One line with the path on which most samples of the line's owners are held; none when there is no sample. A
    /// sample with a stack must have been made on the line, one without may have been.
    static List<String> of(SiteHistory site, FindingInput input) {
        List<NativeEvent.HeldObject> samples = input.held().stream()
                .filter(held -> held.type().equals(site.ownerClass()) && mayBeOf(site, held, input))
                .toList();
        Map<String, Integer> paths = new TreeMap<>();
        samples.forEach(held -> paths.merge(path(held), 1, Integer::sum));
        boolean sure = samples.stream().allMatch(held -> held.stack() != 0);
        return paths.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most -> "Held by " + most.getKey() + " (" + most.getValue() + " of "
                        + Figures.count(samples.size(), "sample") + (sure ? " of the line)." : " of the class)."))
                .stream()
                .toList();
    }

    private static boolean mayBeOf(SiteHistory site, NativeEvent.HeldObject held, FindingInput input) {
        Frame made = input.stacks().get(held.stack()).site();
        return held.stack() == 0 || Objects.equals(made, site.frame());
    }

    /// The same for all elements of a linked list: a holder that follows itself is told once.
    private static String path(NativeEvent.HeldObject held) {
        List<String> steps = new ArrayList<>();
        for (String holder : held.holders()) {
            if (steps.isEmpty() || !steps.getLast().equals(holder)) {
                steps.add(holder);
            }
        }
        String told = String.join(STEP, steps.subList(0, Math.min(TOLD, steps.size())));
        return told + (steps.size() > TOLD ? STEP + "..." : "") + STEP + held.type();
    }
}

package dev.plimsoll.comparison;

import dev.plimsoll.event.Frame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds what belongs together in two lists: by exact key first, then, for what is left, by a looser key where it
/// names exactly one on either side. So a line that moved within its method is not one gone and one new.
final class Pairs {

    /// A line of code under a binding or a rule.
    record Line(String owner, @Nullable Frame frame) {

        /// Any line of the same method.
        Line method() {
            return frame == null
                    ? this
                    : new Line(owner, new Frame(frame.className(), frame.method(), -1, frame.kind()));
        }
    }

    /// @param before null when there is only the other
    /// @param after null when there is only the other
    record Pair<T>(@Nullable T before, @Nullable T after) {}

    private Pairs() {}

    /// All of `after` in their order, then what is only in `before`.
    ///
    /// @param keys from the strictest to the loosest
    static <T> List<Pair<T>> of(List<T> before, List<T> after, List<Function<T, Object>> keys) {
        List<T> left = new ArrayList<>(before);
        Map<T, T> partners = new IdentityHashMap<>();
        for (Function<T, Object> key : keys) {
            List<T> alone =
                    after.stream().filter(one -> !partners.containsKey(one)).toList();
            Map<Object, T> single = single(alone, key);
            single(left, key).forEach((name, earlier) -> {
                T later = single.get(name);
                if (later != null) {
                    partners.put(later, earlier);
                }
            });
            Set<T> taken = Collections.newSetFromMap(new IdentityHashMap<>());
            taken.addAll(partners.values());
            left.removeIf(taken::contains);
        }
        List<Pair<T>> pairs = new ArrayList<>();
        after.forEach(later -> pairs.add(new Pair<>(partners.get(later), later)));
        left.forEach(earlier -> pairs.add(new Pair<>(earlier, null)));
        return pairs;
    }

    /// Those whose key no other has.
    private static <T> Map<Object, T> single(List<T> all, Function<T, Object> key) {
        Map<Object, Integer> counts = new HashMap<>();
        all.forEach(one -> counts.merge(key.apply(one), 1, Integer::sum));
        Map<Object, T> single = new LinkedHashMap<>();
        for (T one : all) {
            if (counts.getOrDefault(key.apply(one), 0) == 1) {
                single.put(key.apply(one), one);
            }
        }
        return single;
    }
}

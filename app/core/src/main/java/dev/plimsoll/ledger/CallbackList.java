package dev.plimsoll.ledger;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/// An immutable list over parts, so that a change copies one part and not two hundred thousand callbacks.
final class CallbackList extends AbstractList<Callback> implements RandomAccess {

    /// Callbacks of a part.
    static final int PAGE = 512;

    static final CallbackList EMPTY = new CallbackList(List.of());

    private final Callback[][] parts;
    private final int[] starts;
    private final int size;

    /// Empty parts are left out; the arrays must not be written again.
    CallbackList(List<Callback[]> from) {
        parts = from.stream().filter(part -> part.length > 0).toArray(Callback[][]::new);
        starts = new int[parts.length];
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            starts[i] = start;
            start += parts[i].length;
        }
        size = start;
    }

    @Override
    public Callback get(int index) {
        java.util.Objects.checkIndex(index, size);
        int found = Arrays.binarySearch(starts, index);
        int part = found >= 0 ? found : -found - 2;
        return parts[part][index - starts[part]];
    }

    @Override
    public int size() {
        return size;
    }
}

package dev.plimsoll.ledger;

import dev.plimsoll.event.BlockLabel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// From the label and the stack of an allocation to a ledger's numbers, without an object for each look-up. Labels are
/// numbered by whoever read them: when another reader's come, what is known is forgotten. One thread.
final class LabelNumbers {

    private static final int NONE = -1;

    private final Ledger ledger;
    private @Nullable BlockLabel[] labels = new BlockLabel[16];
    private int[] sorts = new int[16];
    private AddressMap sites = new AddressMap();

    LabelNumbers(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The number of the binding and the stack.
    int site(BlockLabel label, int stack) {
        know(label);
        long key = (long) label.id() << Integer.SIZE | stack;
        int number = sites.get(key);
        if (number == AddressMap.NONE) {
            number = ledger.site(label.binding(), stack);
            sites.put(key, number);
        }
        return number;
    }

    /// The number of what blocks with this label have in common.
    int sort(BlockLabel label) {
        know(label);
        int sort = sorts[label.id()];
        if (sort == NONE) {
            sort = ledger.traits(label.binding(), label.kind(), label.ownerClass());
            sorts[label.id()] = sort;
        }
        return sort;
    }

    @SuppressWarnings("ReferenceEquality") // The same number of another reader means another label.
    private void know(BlockLabel label) {
        int id = label.id();
        if (id < labels.length && labels[id] == label) {
            return;
        }
        if (id < labels.length && labels[id] != null) {
            labels = new BlockLabel[16];
            sites = new AddressMap();
        }
        if (id >= labels.length) {
            labels = Arrays.copyOf(labels, Math.max(id + 1, labels.length * 2));
        }
        if (sorts.length < labels.length) {
            sorts = Arrays.copyOf(sorts, labels.length);
        }
        labels[id] = label;
        sorts[id] = NONE;
    }
}

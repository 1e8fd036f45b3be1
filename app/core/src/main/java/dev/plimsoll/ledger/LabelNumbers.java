package dev.plimsoll.ledger;

import dev.plimsoll.event.BlockLabel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// From the label and the stack of an allocation to a ledger's number of the pair of site and sort, without an object
/// for each look-up. Labels are numbered by whoever read them: when another reader's come, what is known is forgotten.
/// One thread.
final class LabelNumbers {

    private final Ledger ledger;
    private @Nullable BlockLabel[] labels = new BlockLabel[16];
    private PairNumbers known = new PairNumbers();
    private int[] pairs = new int[64];

    LabelNumbers(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The number for [Ledger#allocate].
    int pair(BlockLabel label, int stack) {
        know(label);
        int number = known.get(stack, label.id());
        return number == PairNumbers.NONE ? add(label, stack) : pairs[number];
    }

    private int add(BlockLabel label, int stack) {
        int number = known.add(stack, label.id());
        if (number == pairs.length) {
            pairs = Arrays.copyOf(pairs, number * 2);
        }
        pairs[number] = ledger.pair(label.binding(), label.kind(), label.ownerClass(), stack);
        return pairs[number];
    }

    @SuppressWarnings("ReferenceEquality") // The same number of another reader means another label.
    private void know(BlockLabel label) {
        int id = label.id();
        if (id < labels.length && labels[id] == label) {
            return;
        }
        if (id < labels.length && labels[id] != null) {
            labels = new BlockLabel[16];
            known = new PairNumbers();
        }
        if (id >= labels.length) {
            labels = Arrays.copyOf(labels, Math.max(id + 1, labels.length * 2));
        }
        labels[id] = label;
    }
}

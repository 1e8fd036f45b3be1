package dev.plimsoll.ledger;

import java.util.List;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;

/// Sums per binding, pooled blocks left out. One thread; what it publishes is immutable.
final class BindingBook {

    /// The agent's counters run from its attach. When one falls, another agent began to count: what the former one had
    /// is kept.
    private static final class Counter {
        private long before;
        private long last;

        void set(long value) {
            if (value < last) {
                before += last;
            }
            last = value;
        }

        long value() {
            return before + last;
        }
    }

    static final class Account {
        private final String binding;
        final Tally live = new Tally();
        final Tally allocated = new Tally();
        final Tally freed = new Tally();
        private final Counter bytes = new Counter();
        private final Counter blocks = new Counter();
        private final Counter frees = new Counter();
        private boolean counted;

        private Account(String binding) {
            this.binding = binding;
        }

        void counters(long allocatedBytes, long allocations, long freeCalls) {
            bytes.set(allocatedBytes);
            blocks.set(allocations);
            frees.set(freeCalls);
            counted = true;
        }

        /// Counters come once a second, so blocks of weight 1 recorded since may already be more.
        private BindingSums sums() {
            return new BindingSums(
                    binding,
                    counted
                            ? Math.max(bytes.value(), allocated.exactBytes())
                            : Math.round(allocated.bytes().value()),
                    counted
                            ? Math.max(blocks.value(), allocated.exactBlocks())
                            : Math.round(allocated.blocks().value()),
                    counted
                            ? Math.max(frees.value(), freed.exactBlocks())
                            : Math.round(freed.blocks().value()),
                    counted,
                    live.bytes(),
                    live.blocks(),
                    freed.bytes());
        }
    }

    private final TreeMap<String, Account> accounts = new TreeMap<>();

    /// The account of a binding, opened when it is the first time.
    Account account(String binding) {
        return accounts.computeIfAbsent(binding, Account::new);
    }

    /// Calls `each` with every binding and its live bytes now, by name.
    void live(ObjDoubleConsumer<String> each) {
        for (Account account : accounts.values()) {
            each.accept(account.binding, account.live.bytes().value());
        }
    }

    /// By name.
    List<BindingSums> publish() {
        return accounts.values().stream().map(Account::sums).toList();
    }
}

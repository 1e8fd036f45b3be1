package dev.plimsoll.finding;

import dev.plimsoll.ledger.SiteKey;
import org.jspecify.annotations.Nullable;

/// Where a person can see for himself what a line of evidence says.
public sealed interface Door {

    /// Nowhere else: the line follows from others, or from what is not recorded.
    record None() implements Door {}

    /// The blocks of a line of code, live and given back.
    record Blocks(SiteKey site) implements Door {}

    /// The stack on which a line takes memory or registers callbacks, among all others.
    record Flame(SiteKey site) implements Door {}

    /// One callback, and those of its line.
    ///
    /// @param handle of a callback that is known
    record Callback(long handle) implements Door {}

    /// All that is known of an address: what was there, is there, and when.
    record Address(long address) implements Door {}

    /// One collection, and the native memory of the owners that died in it.
    ///
    /// @param gcId the JVM's id
    record Cycle(long gcId) implements Door {}

    /// A part of the time axis.
    ///
    /// @param from nanoseconds since 1970
    /// @param to nanoseconds since 1970, not before `from`
    /// @param site the line that it is about, or null when it is about the whole process
    record Stretch(long from, long to, @Nullable SiteKey site) implements Door {}

    /// What the resident memory consists of.
    record AccountBook() implements Door {}

    /// The site of a stack, or null for stack 0, which is none.
    static @Nullable SiteKey site(String binding, int stack) {
        return stack > 0 ? new SiteKey(binding, stack) : null;
    }

    /// Blocks of a stack, or nowhere for stack 0.
    static Door blocks(String binding, int stack) {
        SiteKey site = site(binding, stack);
        return site == null ? new None() : new Blocks(site);
    }

    /// A stack in the flame graph, or nowhere for stack 0.
    static Door flame(String binding, int stack) {
        SiteKey site = site(binding, stack);
        return site == null ? new None() : new Flame(site);
    }
}

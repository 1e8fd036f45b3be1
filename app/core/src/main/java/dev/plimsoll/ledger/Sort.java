package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// What the books need of blocks of one sort.
///
/// @param account of their binding
/// @param space where they are kept by address
/// @param pooled whether they lie inside others that are counted too
/// @param everyBlock whether every one of them was recorded, so that each stands for itself in the account
record Sort(
        BindingBook.Account account,
        AddressMap space,
        boolean pooled,
        boolean everyBlock,
        String kind,
        @Nullable String ownerClass) {

    static Sort of(PagedBlocks.Traits traits, BindingBook bindings, AddressSpaces spaces) {
        return new Sort(
                bindings.account(traits.binding()),
                spaces.of(traits),
                traits.pooled(),
                traits.everyBlock(),
                traits.kind(),
                traits.ownerClass());
    }

    /// Whether the history of its line, which is not known, leaves a block out.
    boolean untraced(double weight) {
        return everyBlock && weight == 0;
    }

    /// What a block stands for in the account.
    double inAccount(double weight) {
        return everyBlock ? 1 : weight;
    }
}

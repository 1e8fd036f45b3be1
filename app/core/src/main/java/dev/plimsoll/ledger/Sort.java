package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// What the books need of blocks of one sort.
///
/// @param account of their binding
/// @param space where they are kept by address
/// @param pooled whether they lie inside others that are counted too
record Sort(
        BindingBook.Account account,
        AddressMap space,
        boolean pooled,
        String kind,
        @Nullable String ownerClass) {

    static Sort of(PagedBlocks.Traits traits, BindingBook bindings, AddressSpaces spaces) {
        return new Sort(
                bindings.account(traits.binding()),
                spaces.of(traits),
                traits.pooled(),
                traits.kind(),
                traits.ownerClass());
    }
}

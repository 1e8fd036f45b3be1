package dev.plimsoll.ledger;

import org.jspecify.annotations.Nullable;

/// Rows by address, apart for what may carry the same number: memory, pooled buffers (the first of a chunk begins where
/// the chunk begins), names of OpenGL, handles of Vulkan. One thread.
final class AddressSpaces {

    private final AddressMap memory;
    private final AddressMap pooled;
    private final AddressMap gl;
    private final AddressMap vulkan;

    /// @param blocks where the rows are
    AddressSpaces(BlockStore blocks) {
        memory = new AddressMap(blocks::address);
        pooled = new AddressMap(blocks::address);
        gl = new AddressMap(blocks::address);
        vulkan = new AddressMap(blocks::address);
    }

    /// Where a block of this sort is kept.
    AddressMap of(PagedBlocks.Traits sort) {
        AddressMap apart = apart(sort.binding());
        return apart != null ? apart : sort.pooled() ? pooled : memory;
    }

    /// Where blocks of a binding are kept whose handles are no addresses, or null.
    @Nullable
    AddressMap apart(String binding) {
        return switch (binding) {
            case "gl" -> gl;
            case "vulkan" -> vulkan;
            default -> null;
        };
    }

    /// Where the block at an address is kept that is meant: a pooled buffer is given back before its chunk.
    AddressMap at(long address) {
        return pooled.size() > 0 && pooled.get(address) != AddressMap.NONE ? pooled : memory;
    }
}

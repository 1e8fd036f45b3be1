package dev.plimsoll.ledger;

/// Rows by address, apart for what may carry the same number: memory, pooled buffers (the first of a chunk begins where
/// the chunk begins), names of OpenGL, handles of Vulkan. One thread.
final class AddressSpaces {

    private final AddressMap memory = new AddressMap();
    private final AddressMap pooled = new AddressMap();
    private final AddressMap gl = new AddressMap();
    private final AddressMap vulkan = new AddressMap();

    /// Where a block of this sort is kept.
    AddressMap of(PagedBlocks.Traits sort) {
        return switch (sort.binding()) {
            case "gl" -> gl;
            case "vulkan" -> vulkan;
            default -> sort.pooled() ? pooled : memory;
        };
    }

    /// Where the block that is meant is kept: a pooled buffer is given back before its chunk.
    AddressMap of(long address, String binding) {
        return switch (binding) {
            case "gl" -> gl;
            case "vulkan" -> vulkan;
            default -> pooled.size() > 0 && pooled.get(address) != AddressMap.NONE ? pooled : memory;
        };
    }
}

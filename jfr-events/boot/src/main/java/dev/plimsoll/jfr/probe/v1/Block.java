package dev.plimsoll.jfr.probe.v1;

/** A sampled live block of native memory. */
final class Block extends Entry {

    final long bytes;
    final double weight;

    /** Who took it at the bottom, see {@link Allocator}. */
    final int allocator;

    Block(long address, int binding, int allocator, OwnerWatch owner, long bytes, double weight) {
        super(address, binding, owner);
        this.allocator = allocator;
        this.bytes = bytes;
        this.weight = weight;
    }

    /** Whether the address lies in it. */
    boolean holds(long at) {
        return at - address >= 0 && at - address < bytes;
    }

    @Override
    Block copy() {
        return new Block(address, binding, allocator, owner, bytes, weight);
    }
}

package dev.plimsoll.jfr.probe.v1;

/** A sampled live block of native memory. */
final class Block extends Entry {

    final long bytes;
    final double weight;

    Block(long address, int binding, OwnerWatch owner, long bytes, double weight) {
        super(address, binding, owner);
        this.bytes = bytes;
        this.weight = weight;
    }

    @Override
    Block copy() {
        return new Block(address, binding, owner, bytes, weight);
    }
}

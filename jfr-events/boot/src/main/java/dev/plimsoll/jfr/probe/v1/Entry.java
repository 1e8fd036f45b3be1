package dev.plimsoll.jfr.probe.v1;

/** Something live at a native address: a link of a chain in the {@link LiveTable}. Never changes once it is linked. */
abstract class Entry {

    final long address;
    final int binding;
    final OwnerWatch owner;

    /** Written by {@link LiveTable} before the entry is published, never after. */
    Entry next;

    Entry(long address, int binding, OwnerWatch owner) {
        this.address = address;
        this.binding = binding;
        this.owner = owner;
    }

    /** The same content, not linked. */
    abstract Entry copy();
}

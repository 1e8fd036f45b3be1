package dev.plimsoll.finding;

import dev.plimsoll.ledger.SiteHistory;

/// What to do about a line, in words and code. It follows from how the memory is given back, which the kind
/// tells; an unknown kind gets the general words.
final class Advice {

    private Advice() {}

    /// The owner is gone and nobody can give the memory back any more.
    static String whoLost(SiteHistory site) {
        return switch (site.kind()) {
            case "confined", "shared" -> """
                Close the arena before the last reference to it goes: where its user ends, or around the use.
                try (Arena arena = Arena.ofConfined()) { ... }""";
            default -> """
                Give the memory back before the last reference to its owner goes: close the owner in a finally block.
                try (var owner = ...) { ... }""";
        };
    }

    /// Memory is held on to.
    static String whoKeeps(SiteHistory site) {
        return switch (site.kind()) {
            case "confined", "shared" -> """
                Find what keeps the arena, and close it when its content is no longer used, for example on eviction.
                cache.remove(key).arena().close();""";
            case "global" -> """
                The global arena is never closed: take an arena that ends with the use.
                try (Arena arena = Arena.ofConfined()) { ... }""";
            case "malloc", "raw" -> """
                Free each block where its user ends; what reads its address last is the place.
                try { use(address); } finally { free(address); }""";
            default -> site.freedByGc() ? """
                        Something reachable keeps the owners: a collection, a listener, a thread local. Bound it or remove \
                        what is done.
                        map.remove(key);""" : """
                        Find what keeps them and give them back where their use ends.
                        try (var resource = ...) { ... }""";
        };
    }

    /// Callbacks pile up.
    static String whoRegisters(String lifetime) {
        return switch (lifetime) {
            case "global" -> """
                Register one callback and keep it, or take an arena that is closed with the registration.
                private final MemorySegment stub = linker.upcallStub(target, type, arena);""";
            default -> """
                Register once and reuse the callback, or close what it lives in after each use.
                try (Arena arena = Arena.ofConfined()) { call(linker.upcallStub(target, type, arena)); }""";
        };
    }

    /// Only the GC gives it back.
    static String whoWaits() {
        return """
                Do not leave it to the GC: keep a few and reuse them, or take memory that can be given back at once.
                try (Arena arena = Arena.ofConfined()) { ByteBuffer buffer = arena.allocate(size).asByteBuffer(); ... }""";
    }
}

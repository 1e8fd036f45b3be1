package dev.plimsoll.finding;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Memory or callbacks used against the rules of their binding, seen at the call that does it. One call is enough.
final class MisuseRule implements Rule {

    /// What a kind of misuse is called, means and asks for.
    ///
    /// @param id of the finding
    /// @param did as in `X frees the same block a second time`
    private record Kind(String id, Verdict verdict, String did, String advice) {}

    private static final Map<String, Kind> KINDS = Map.of(
            "double free",
            new Kind("double-free", Verdict.MISUSE, "frees a block that was freed before", """
                    Let one place own the block, and forget the address where it is freed.
                    free(address); address = 0;"""),
            "wrong allocator",
            new Kind("wrong-allocator", Verdict.MISUSE, "gives a block to an allocator that did not make it", """
                    Free with the allocator that took it: both calls belong to the same binding.
                    MemoryUtil.memFree(MemoryUtil.memAlloc(size));"""),
            "free inside a block",
            new Kind("free-inside", Verdict.MISUSE, "frees an address in the middle of a block", """
                    Keep the address that the allocation returned, and free that one.
                    long base = allocate(size); try { use(base + offset); } finally { free(base); }"""),
            "second close",
            new Kind("second-close", Verdict.MISUSE, "closes what is closed already", """
                    Let the one who opened it close it, with try-with-resources.
                    try (Arena arena = Arena.ofConfined()) { ... }"""),
            "use after close",
            new Kind("use-after-close", Verdict.FREED_TOO_EARLY, "uses what was closed before", """
                    Close it after its last use, or give the user a life of its own.
                    try (Arena arena = Arena.ofShared()) { use(segment); }"""),
            "released while in use",
            new Kind("released-in-use", Verdict.FREED_TOO_EARLY, "releases memory while a call has it", """
                    Wait for the call before the memory goes.
                    call.join(); arena.close();"""),
            "callback after release",
            new Kind(
                    "callback-after-release", Verdict.FREED_TOO_EARLY, "released a callback that is called later", """
                    Take the callback out of the native side first, then release it.
                    library.setListener(null); callback.free();"""),
            NativeEvent.Misuse.CALLBACK_COLLECTED,
            new Kind(
                    "callback-collected",
                    Verdict.FREED_TOO_EARLY,
                    "registered a callback that native code kept, and nothing in Java held: native code may call it still",
                    """
                    Keep the callback in a field for as long as native code may call it.
                    private final Callback listener = ...; library.setListener(listener);"""));

    /// Nanoseconds before and after a wrong call that are shown of it.
    private static final long AROUND = 1_000_000_000L;

    @Override
    public String id() {
        return "misuse";
    }

    @Override
    public String question() {
        return "whether memory is misused";
    }

    @Override
    public Set<Needs> needs() {
        return Set.of(Needs.ALLOCATIONS);
    }

    private record Place(
            String kind, String binding, @Nullable Frame frame) {}

    @Override
    public List<Finding> judge(Evidence evidence) {
        Map<Place, List<NativeEvent.Misuse>> places = new LinkedHashMap<>();
        for (NativeEvent.Misuse misuse : evidence.input().ledger().misuses()) {
            places.computeIfAbsent(
                            new Place(misuse.kind(), misuse.binding(), frame(misuse, evidence)),
                            key -> new ArrayList<>())
                    .add(misuse);
        }
        List<Finding> findings = new ArrayList<>();
        places.forEach((place, misuses) -> findings.add(finding(place, misuses, evidence)));
        return findings;
    }

    /// From `app//shop.Cache.drop(Cache.java:41)` to `shop.Cache.drop:41`.
    private static List<String> frames(String stack) {
        return stack.lines()
                .map(line -> line.replaceFirst("^.*/(?=[^/]*\\()", "").replaceFirst("\\((?:[^:)]*:)?(\\d+)\\)$", ":$1"))
                .toList();
    }

    private static @Nullable Frame frame(NativeEvent.Misuse misuse, Evidence evidence) {
        return evidence.input().stacks().get(misuse.stack()).site();
    }

    private static Finding finding(Place place, List<NativeEvent.Misuse> misuses, Evidence evidence) {
        Kind kind = KINDS.getOrDefault(
                place.kind(), new Kind("misuse", Verdict.MISUSE, "did what it must not: " + place.kind(), ""));
        NativeEvent.Misuse first = misuses.getFirst();
        Door moment = new Door.Stretch(
                Math.max(first.time() - AROUND, evidence.input().timeline().start()),
                Math.min(first.time() + AROUND, evidence.now()),
                null);
        Door there = first.address() == 0 ? moment : new Door.Address(first.address());
        List<EvidenceLine> lines = new ArrayList<>();
        lines.add(EvidenceLine.of("Seen " + Figures.count(misuses.size(), "time") + ", first "
                        + Figures.duration(
                                first.time() - evidence.input().timeline().start()) + " after the attach"
                        + (first.address() == 0 ? "." : ", at address 0x" + Long.toHexString(first.address()) + "."))
                .at(there));
        if (first.earlier() != 0) {
            lines.add(EvidenceLine.of("It had been released " + Figures.duration(first.time() - first.earlier())
                            + " before"
                            + (first.earlierStack().isEmpty() ? "; where was not kept." : ", see the second stack."))
                    .at(there));
        }
        Severity severity = switch (kind.id()) {
            case "callback-collected" -> Severity.NOTICE;
            case "use-after-close" -> Severity.WARNING;
            default -> kind.verdict().severity();
        };
        return new Finding(
                        kind.id(),
                        kind.verdict(),
                        (place.frame() == null
                                        ? "Code without a recorded stack"
                                        : place.frame().label()) + " " + kind.did() + " (" + place.binding() + ").",
                        place.binding(),
                        Estimate.ZERO,
                        new Estimate(misuses.size(), 0),
                        place.frame(),
                        first.stack(),
                        lines,
                        kind.advice())
                .with(new Finding.OtherStack("released before at", frames(first.earlierStack())))
                .asGraveAs(severity);
    }
}

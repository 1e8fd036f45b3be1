package dev.plimsoll.session;

import dev.plimsoll.finding.Figures;
import dev.plimsoll.target.AllocatorFigures;
import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.TargetAct;
import dev.plimsoll.target.TargetException;
import dev.plimsoll.timeline.MemoryBook;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Has a target do what a person asked of it. The calling thread waits for the answer, which may take seconds.
final class TargetActs {

    private TargetActs() {}

    /// @param gauges takes the bytes that the answer tells, by the names of [MemoryBook]
    /// @return one sentence about what was done
    /// @throws TargetException with one sentence when the target cannot do it
    static String act(AttachedTarget target, TargetAct act, Consumer<Map<String, Long>> gauges) throws TargetException {
        return switch (act) {
            case COLLECT -> {
                target.act(act);
                yield "The whole heap was collected.";
            }
            case TRIM -> target.act(act) + ".";
            case ALLOCATOR -> {
                AllocatorFigures figures = target.allocator();
                gauges.accept(Map.of(MemoryBook.ALLOCATOR_FREE, figures.free()));
                yield "The allocator keeps " + Figures.bytes(figures.free()) + " of free memory; it has taken "
                        + Figures.bytes(figures.taken()) + " and mapped " + Figures.bytes(figures.mapped()) + ".";
            }
            case PARTS -> {
                Map<String, Long> parts = new HashMap<>();
                target.parts().committed().forEach((part, bytes) -> parts.put(MemoryBook.NMT + part, bytes));
                gauges.accept(parts);
                yield "The JVM's own parts are in the account book: " + parts.size() + " of them.";
            }
        };
    }
}

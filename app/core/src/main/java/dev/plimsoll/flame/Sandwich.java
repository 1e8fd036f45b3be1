package dev.plimsoll.flame;

import dev.plimsoll.event.Frame;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.SiteKey;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// One method between all its callers and all it calls. A stack in which it recurs counts once, at its
/// outermost call.
///
/// @param callers bottom-up: the method at the root's child, its callers below
/// @param callees top-down: the method at the root's child, what it calls below
public record Sandwich(CallNode callers, CallNode callees) {

    /// @param method every line of it counts
    /// @param values as for [CallTree#of(StackTable, Map, TreeShape, BooleanSupplier)]
    /// @param shape its direction is ignored, its filters come first
    public static Sandwich of(
            StackTable stacks,
            Map<SiteKey, ? extends Number> values,
            TreeShape shape,
            Frame method,
            BooleanSupplier cancelled) {
        TreeShape up =
                shape.with(TreeShape.Direction.BOTTOM_UP).plus(StackFilter.method(StackFilter.Kind.CALLERS, method));
        TreeShape down =
                shape.with(TreeShape.Direction.TOP_DOWN).plus(StackFilter.method(StackFilter.Kind.FOCUS, method));
        return new Sandwich(CallTree.of(stacks, values, up, cancelled), CallTree.of(stacks, values, down, cancelled));
    }
}

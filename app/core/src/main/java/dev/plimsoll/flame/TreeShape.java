package dev.plimsoll.flame;

import java.util.ArrayList;
import java.util.List;

/// How stacks are folded into a tree. A value: equal shapes of equal data give equal trees.
///
/// @param direction which end of the stacks is the root
/// @param order of siblings
/// @param hideBindingInternals whether what lies below the user's last frame is one frame, the call that
/// crossed over
/// @param collapseRecursion whether a repeated run of up to 8 methods is drawn once
/// @param filters applied in order, each to what the ones before left
public record TreeShape(
        Direction direction,
        Order order,
        boolean hideBindingInternals,
        boolean collapseRecursion,
        List<StackFilter> filters) {

    /// Top-down, siblings in order of first appearance, binding internals hidden, no filter.
    public static final TreeShape LIVE =
            new TreeShape(Direction.TOP_DOWN, Order.FIRST_APPEARANCE, true, false, List.of());

    public TreeShape {
        filters = List.copyOf(filters);
    }

    /// Which end of the stacks is the root.
    public enum Direction {
        /// From the thread's first frame to the allocating one.
        TOP_DOWN,
        /// From the allocating frame to its callers.
        BOTTOM_UP
    }

    /// Order of siblings.
    public enum Order {
        /// Does not jump while values change.
        FIRST_APPEARANCE,
        /// Largest first.
        LEFT_HEAVY
    }

    public TreeShape with(Direction other) {
        return new TreeShape(other, order, hideBindingInternals, collapseRecursion, filters);
    }

    public TreeShape with(Order other) {
        return new TreeShape(direction, other, hideBindingInternals, collapseRecursion, filters);
    }

    public TreeShape hidingBindingInternals(boolean hide) {
        return new TreeShape(direction, order, hide, collapseRecursion, filters);
    }

    public TreeShape collapsingRecursion(boolean collapse) {
        return new TreeShape(direction, order, hideBindingInternals, collapse, filters);
    }

    public TreeShape withFilters(List<StackFilter> others) {
        return new TreeShape(direction, order, hideBindingInternals, collapseRecursion, others);
    }

    /// This shape with one more filter at the end.
    public TreeShape plus(StackFilter filter) {
        List<StackFilter> more = new ArrayList<>(filters);
        more.add(filter);
        return withFilters(more);
    }
}

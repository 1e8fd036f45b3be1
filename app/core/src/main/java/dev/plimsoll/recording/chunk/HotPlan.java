package dev.plimsoll.recording.chunk;

import static dev.plimsoll.jfr.event.v1.EventNames.*;

import dev.plimsoll.recording.chunk.FieldLayout.Encoding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The order in which the fields of an allocation or of a free come in one chunk, made from its metadata: one step
/// for each value that is written, up to the last one that is wanted.
///
/// @param free whether it is a free, else an allocation
/// @param untraced whether it is an allocation without a stack and a weight
/// @param flagged whether it is an allocation that says whether every block is recorded
/// @param steps what to do with the values, in order
/// @param others the fields that [Step#OTHER] passes over, in order
/// @param usual whether the steps are those of every JDK so far
/// @param toTheEnd whether no value follows those that are wanted
record HotPlan(
        boolean free,
        boolean untraced,
        boolean flagged,
        Step[] steps,
        FieldLayout[] others,
        boolean usual,
        boolean toTheEnd) {

    /// What every JDK writes of an allocation of ours: start, duration and thread come before the stack. In recordings
    /// of the first agents the last is missing.
    private static final Step[] ALLOCATION = {
        Step.TIME,
        Step.INTEGER,
        Step.INTEGER,
        Step.STACK,
        Step.ADDRESS,
        Step.BYTES,
        Step.WEIGHT,
        Step.BINDING,
        Step.KIND,
        Step.OWNER,
        Step.EVERY
    };

    /// And of one without a stack.
    private static final Step[] UNTRACED = {
        Step.TIME,
        Step.INTEGER,
        Step.INTEGER,
        Step.INTEGER,
        Step.ADDRESS,
        Step.BYTES,
        Step.BINDING,
        Step.KIND,
        Step.OWNER
    };

    /// And of a free, whose stack is passed over.
    private static final Step[] FREE = {
        Step.TIME, Step.INTEGER, Step.INTEGER, Step.INTEGER, Step.ADDRESS, Step.BINDING, Step.CAUSE
    };

    /// What is done with one value.
    enum Step {
        TIME,
        STACK,
        ADDRESS,
        BYTES,
        WEIGHT,
        BINDING,
        KIND,
        OWNER,
        EVERY,
        CAUSE,
        /// Passes over a compressed integer.
        INTEGER,
        /// Passes over a value that is not wanted and no integer.
        OTHER
    }

    /// The plan for a type, or null when the type is not hot, or when a wanted field is missing or declared
    /// otherwise than by the contract: then it is read like any other type.
    static @Nullable HotPlan of(TypeLayout type, boolean compressed) {
        boolean allocation = type.name().equals(NATIVE_ALLOCATION);
        boolean free = type.name().equals(NATIVE_FREE);
        boolean untraced = type.name().equals(UNTRACED_ALLOCATION);
        if (!compressed || (!allocation && !free && !untraced) || !type.walkable()) {
            return null;
        }
        List<Step> steps = new ArrayList<>();
        List<FieldLayout> others = new ArrayList<>();
        int needed = 0;
        int wanted = 0;
        for (FieldLayout field : type.fields()) {
            Step step = free ? ofFree(field) : untraced ? ofUntraced(field) : ofAllocation(field);
            if (step == null) {
                return null;
            }
            steps.add(step);
            if (step == Step.OTHER) {
                others.add(field);
            } else if (step != Step.INTEGER) {
                wanted++;
                needed = steps.size();
            }
        }
        boolean flagged = steps.contains(Step.EVERY);
        boolean complete = wanted
                == (free ? 4 : untraced ? 6 : 7 + (flagged ? 1 : 0) + (type.field("stackTrace") == null ? 0 : 1));
        boolean timed = !steps.isEmpty() && steps.getFirst() == Step.TIME;
        if (!complete || !timed) {
            return null;
        }
        Step[] all = steps.subList(0, needed).toArray(Step[]::new);
        return new HotPlan(
                free,
                untraced,
                flagged,
                all,
                others.toArray(FieldLayout[]::new),
                isUsual(all, free, untraced),
                needed == steps.size());
    }

    private static boolean isUsual(Step[] all, boolean free, boolean untraced) {
        if (free || untraced) {
            return Arrays.equals(all, free ? FREE : UNTRACED);
        }
        int end = all.length < ALLOCATION.length ? ALLOCATION.length - 1 : ALLOCATION.length;
        return Arrays.equals(all, 0, all.length, ALLOCATION, 0, end);
    }

    /// Null, here and below, when the field has a wanted name and another type.
    private static @Nullable Step ofFree(FieldLayout field) {
        return switch (field.name()) {
            case "startTime" -> field.is(Encoding.LONG) ? Step.TIME : null;
            case FIELD_ADDRESS -> field.is(Encoding.LONG) ? Step.ADDRESS : null;
            case FIELD_BINDING -> field.is(Encoding.TEXT) ? Step.BINDING : null;
            case FIELD_CAUSE -> field.is(Encoding.TEXT) ? Step.CAUSE : null;
            default -> passed(field);
        };
    }

    private static @Nullable Step ofUntraced(FieldLayout field) {
        return switch (field.name()) {
            case "startTime" -> field.is(Encoding.LONG) ? Step.TIME : null;
            case FIELD_ADDRESS -> field.is(Encoding.LONG) ? Step.ADDRESS : null;
            case FIELD_BYTES -> field.is(Encoding.LONG) ? Step.BYTES : null;
            case FIELD_BINDING -> field.is(Encoding.TEXT) ? Step.BINDING : null;
            case FIELD_KIND -> field.is(Encoding.TEXT) ? Step.KIND : null;
            case FIELD_OWNER_CLASS -> field.is(Encoding.TEXT) ? Step.OWNER : null;
            default -> passed(field);
        };
    }

    private static @Nullable Step ofAllocation(FieldLayout field) {
        return switch (field.name()) {
            case "stackTrace" -> field.pools(StackPool.TYPE) ? Step.STACK : null;
            case FIELD_WEIGHT -> field.is(Encoding.DOUBLE) ? Step.WEIGHT : null;
            case FIELD_EVERY_BLOCK -> field.is(Encoding.BOOLEAN) ? Step.EVERY : null;
            default -> ofUntraced(field);
        };
    }

    private static Step passed(FieldLayout field) {
        if (field.array()) {
            return Step.OTHER;
        }
        return switch (field.encoding()) {
            case CHAR, SHORT, INT, LONG, POOLED -> Step.INTEGER;
            case BYTE, BOOLEAN, FLOAT, DOUBLE, TEXT, STRUCT -> Step.OTHER;
        };
    }
}

package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.OBJECT;
import static dev.plimsoll.jfr.weave.ProbeCalls.PROBE;
import static dev.plimsoll.jfr.weave.ProbeCalls.STATE;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;
import static dev.plimsoll.jfr.weave.ProbeCalls.load;
import static dev.plimsoll.jfr.weave.ProbeCalls.store;

import dev.plimsoll.jfr.probe.v1.Probe;

/** Advice for the methods through which a binding itself takes memory and gives it back. */
final class Roots {

    /** The size is known to the method below that takes the block. */
    static final Value BYTES_BELOW = Value.constant(Probe.UNKNOWN);

    private Roots() {}

    /**
     * The method takes a block, unless a woven method below it takes it.
     *
     * @param bytes asked for
     * @param address of the block, when the method returns
     * @param owner whose death should free it
     */
    static Advice allocation(int binding, Value bytes, Value address, Value owner) {
        return allocation(binding, bytes, address, owner, PROBE);
    }

    /** As {@link #allocation}, told to a probe of another name. */
    static Advice allocation(int binding, Value bytes, Value address, Value owner, String probe) {
        return body -> {
            int state = body.local(STATE);
            Value.Push size = bytes.in(body);
            Value.Push where = address.in(body);
            Value.Push whose = owner.in(body);
            body.atBegin((code, after) -> {
                constant(code, binding);
                Value.asLong(size, code, -1);
                call(code, PROBE, "enter", "(IJ)" + STATE.getDescriptor());
                store(code, STATE, state);
            });
            body.beforeReturns(
                    (code, after, result) -> {
                        load(code, STATE, state);
                        whose.onto(code, result);
                        Value.asLong(where, code, result);
                        call(code, probe, "exit", "(" + STATE.getDescriptor() + "Ljava/lang/Object;J)V");
                    },
                    (code, after) -> ProbeCalls.leaveAllocation(code, after, state));
            body.beforeThrows(
                    (code, after) -> {
                        load(code, STATE, state);
                        call(code, PROBE, "exitThrown", "(" + STATE.getDescriptor() + ")V");
                    },
                    (code, after) -> ProbeCalls.leaveAllocation(code, after, state));
        };
    }

    /** A method above {@link #allocation} that alone knows the owner. */
    static Advice owning(int binding, Value owner) {
        return allocation(binding, BYTES_BELOW, Value.constant(0), owner);
    }

    /** The block at the address was taken, when the method returns. */
    static Advice taken(int binding, Value bytes, Value address) {
        return body -> {
            Value.Push size = bytes.in(body);
            Value.Push where = address.in(body);
            body.beforeReturns(
                    (code, after, result) -> {
                        constant(code, binding);
                        Value.asLong(where, code, result);
                        Value.asLong(size, code, result);
                        call(code, PROBE, "taken", "(IJJ)V");
                    },
                    Body.NOTHING);
        };
    }

    /**
     * Something native was made that stands for itself, when the method returns.
     *
     * @param binding its number, with a kind or without
     */
    static Advice made(int binding, Value bytes, Value address, Value owner) {
        return made(binding, bytes, address, owner, Condition.ALWAYS, PROBE);
    }

    /** As {@link #made}, under a condition and told to a probe of another name. */
    static Advice made(int binding, Value bytes, Value address, Value owner, Condition when, String probe) {
        return body -> {
            Body.CodeWithResult asked = when.in(body);
            Value.Push size = bytes.in(body);
            Value.Push where = address.in(body);
            Value.Push whose = owner.in(body);
            body.beforeReturns(
                    (code, after, result) -> {
                        asked.into(code, after, result);
                        constant(code, binding);
                        Value.asLong(where, code, result);
                        Value.asLong(size, code, result);
                        whose.onto(code, result);
                        call(code, probe, "made", "(IJJLjava/lang/Object;)V");
                    },
                    Body.NOTHING);
        };
    }

    /** The method gives the block at the address back. */
    static Advice free(int binding, Value address) {
        return body -> {
            Value.Push where = address.in(body);
            body.atBegin((code, after) -> {
                constant(code, binding);
                Value.asLong(where, code, -1);
                call(code, PROBE, "freeing", "(IJ)V");
            });
        };
    }

    /** As {@link #free}, where a woven method below may free the same block again. */
    static Advice freeOnce(int binding, Value address) {
        return freeOnce(binding, address, Condition.ALWAYS);
    }

    /** As {@link #freeOnce}, under a condition. */
    static Advice freeOnce(int binding, Value address, Condition when) {
        return body -> {
            int state = body.local(STATE);
            Value.Push where = address.in(body);
            Body.CodeWithResult asked = when.in(body);
            body.atBegin((code, after) -> {
                asked.into(code, after, -1);
                constant(code, binding);
                Value.asLong(where, code, -1);
                call(code, PROBE, "freeingOnce", "(IJ)" + STATE.getDescriptor());
                store(code, STATE, state);
            });
            Body.Code done = (code, after) -> {
                load(code, STATE, state);
                call(code, PROBE, "freed", "(" + STATE.getDescriptor() + ")V");
            };
            body.beforeReturns((code, after, result) -> done.into(code, after), Body.NOTHING);
            body.beforeThrows(done, Body.NOTHING);
        };
    }

    /** The method does what realloc of the C library does, and returns the new address. */
    static Advice reallocation(int binding, Value address, Value bytes) {
        return body -> {
            int old = body.local(OBJECT);
            Value.Push where = address.in(body);
            Value.Push size = bytes.in(body);
            Value.Push result = Value.result().in(body);
            body.atBegin((code, after) -> {
                constant(code, binding);
                Value.asLong(where, code, -1);
                Value.asLong(size, code, -1);
                call(code, PROBE, "reallocatingOrFreeing", "(IJJ)Ljava/lang/Object;");
                store(code, OBJECT, old);
            });
            body.beforeReturns(
                    (code, after, local) -> {
                        constant(code, binding);
                        load(code, OBJECT, old);
                        Value.asLong(where, code, local);
                        Value.asLong(size, code, local);
                        Value.asLong(result, code, local);
                        call(code, PROBE, "reallocated", "(ILjava/lang/Object;JJJ)V");
                    },
                    Body.NOTHING);
            body.beforeThrows(
                    (code, after) -> {
                        load(code, OBJECT, old);
                        call(code, PROBE, "reallocationFailed", "(Ljava/lang/Object;)V");
                    },
                    Body.NOTHING);
        };
    }
}

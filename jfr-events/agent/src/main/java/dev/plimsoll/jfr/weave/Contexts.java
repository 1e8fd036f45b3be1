package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.PROBE;
import static dev.plimsoll.jfr.weave.ProbeCalls.STATE;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;
import static dev.plimsoll.jfr.weave.ProbeCalls.load;
import static dev.plimsoll.jfr.weave.ProbeCalls.store;

import dev.plimsoll.jfr.probe.v1.Probe;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Advice for methods at whose bottom somebody else takes or gives back the memory. */
final class Contexts {

    /** The owner is the method's receiver. */
    static final int RECEIVER = -1;

    private Contexts() {}

    /**
     * What is allocated inside belongs to a binding.
     *
     * @param binding its number
     * @param requested index of the argument, an int or a long, with the bytes that are asked for
     * @param owner index of the argument whose death should free the block, or {@link #RECEIVER}
     */
    static Advice allocation(int binding, int requested, int owner) {
        return body -> {
            int state = body.local(STATE);
            Type bytesType = body.argumentType(requested);
            int bytes = body.argument(requested);
            int ownerLocal = owner == RECEIVER ? body.receiver() : body.argument(owner);
            body.atBegin((code, after) -> {
                constant(code, binding);
                load(code, bytesType, bytes);
                if (bytesType.equals(Type.INT_TYPE)) {
                    code.add(new InsnNode(Opcodes.I2L));
                }
                call(code, PROBE, "enter", "(IJ)" + STATE.getDescriptor());
                store(code, STATE, state);
            });
            body.beforeReturns(
                    (code, after, result) -> {
                        load(code, STATE, state);
                        load(code, ProbeCalls.OBJECT, ownerLocal);
                        code.add(new InsnNode(Opcodes.LCONST_0));
                        call(code, PROBE, "exit", "(" + STATE.getDescriptor() + "Ljava/lang/Object;J)V");
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

    /**
     * What is freed inside is freed through a binding, for a cause.
     *
     * @param binding its number, or -1 when the method does not tell
     * @param cause of {@link dev.plimsoll.jfr.probe.v1.Cause}
     */
    static Advice free(int binding, int cause) {
        return body -> {
            int state = body.local(STATE);
            body.atBegin((code, after) -> {
                constant(code, Probe.claim(binding, cause));
                call(code, PROBE, "enterFree", "(I)" + STATE.getDescriptor());
                store(code, STATE, state);
            });
            body.beforeReturns((code, after, result) -> ProbeCalls.leaveFree(code, after, state), Body.NOTHING);
            body.beforeThrows((code, after) -> ProbeCalls.leaveFree(code, after, state), Body.NOTHING);
        };
    }

    /**
     * The method makes one call of {@code Unsafe.freeMemory}, and that block belongs to a binding. One probe at the call is
     * cheaper than a context around it. Around a method that makes no such call is a context that only tells the cause.
     *
     * @param binding its number
     * @param cause of {@link dev.plimsoll.jfr.probe.v1.Cause}
     */
    static Advice freeCall(int binding, int cause) {
        return body -> {
            MethodInsnNode made = body.onlyCallOf("freeMemory");
            if (made != null && made.desc.equals("(J)V")) {
                body.before(made, (code, after, operands) -> {
                    constant(code, binding);
                    constant(code, cause);
                    load(code, Type.LONG_TYPE, operands[1]);
                    call(code, PROBE, "freeing", "(IIJ)V");
                });
            } else {
                free(-1, cause).weaveInto(body);
            }
        };
    }
}

package dev.plimsoll.jfr.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Instructions that call the probes. The names are those of {@code dev.plimsoll.jfr.probe.v1}. */
final class ProbeCalls {

    static final String PROBE = "dev/plimsoll/jfr/probe/v1/Probe";
    static final String CALLBACKS = "dev/plimsoll/jfr/probe/v1/Callbacks";
    static final String RULED = "dev/plimsoll/jfr/probe/v1/Ruled";
    static final String HANDLES = "dev/plimsoll/jfr/probe/v1/Handles";
    static final String NAMES = "dev/plimsoll/jfr/probe/v1/Names";
    static final String TEXTURES = "dev/plimsoll/jfr/probe/v1/Textures";
    static final String BUFFER_BYTES = "dev/plimsoll/jfr/probe/v1/BufferBytes";
    static final String UPLOADS = "dev/plimsoll/jfr/probe/v1/Uploads";
    static final String DOWNCALLS = "dev/plimsoll/jfr/probe/v1/Downcalls";
    static final String MISUSES = "dev/plimsoll/jfr/probe/v1/Misuses";
    static final String MISUSE = "dev/plimsoll/jfr/probe/v1/MisuseException";
    static final String SYMBOLS = "dev/plimsoll/jfr/probe/v1/Symbols";
    static final Type STATE = Type.getObjectType("dev/plimsoll/jfr/probe/v1/ThreadState");
    static final Type OBJECT = Type.getObjectType("java/lang/Object");

    private ProbeCalls() {}

    static void call(InsnList code, String owner, String method, String descriptor) {
        code.add(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, method, descriptor, false));
    }

    static void load(InsnList code, Type type, int slot) {
        code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
    }

    static void store(InsnList code, Type type, int slot) {
        code.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot));
    }

    static void constant(InsnList code, int value) {
        code.add(
                value >= -1 && value <= 5
                        ? new InsnNode(Opcodes.ICONST_0 + value)
                        : value == (byte) value ? new IntInsnNode(Opcodes.BIPUSH, value) : new LdcInsnNode(value));
    }

    /** {@code Probe.errors++}, without a call: there may be no stack left for one. */
    static void countError(InsnList code) {
        code.add(new FieldInsnNode(Opcodes.GETSTATIC, PROBE, "errors", "J"));
        code.add(new InsnNode(Opcodes.LCONST_1));
        code.add(new InsnNode(Opcodes.LADD));
        code.add(new FieldInsnNode(Opcodes.PUTSTATIC, PROBE, "errors", "J"));
    }

    /** {@code if (state != null) state.open--}, without a call. */
    static void leaveAllocation(InsnList code, LabelNode after, int state) {
        load(code, STATE, state);
        code.add(new JumpInsnNode(Opcodes.IFNULL, after));
        load(code, STATE, state);
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, STATE.getInternalName(), "open", "I"));
        code.add(new InsnNode(Opcodes.ICONST_1));
        code.add(new InsnNode(Opcodes.ISUB));
        code.add(new FieldInsnNode(Opcodes.PUTFIELD, STATE.getInternalName(), "open", "I"));
    }

    /** {@code if (state != null) state.freeContexts >>>= 16}, without a call. */
    static void leaveFree(InsnList code, LabelNode after, int state) {
        load(code, STATE, state);
        code.add(new JumpInsnNode(Opcodes.IFNULL, after));
        load(code, STATE, state);
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, STATE.getInternalName(), "freeContexts", "J"));
        code.add(new IntInsnNode(Opcodes.BIPUSH, 16));
        code.add(new InsnNode(Opcodes.LUSHR));
        code.add(new FieldInsnNode(Opcodes.PUTFIELD, STATE.getInternalName(), "freeContexts", "J"));
    }
}

package dev.plimsoll.jfr.weave;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The code of a method that gets probes, of one point or of several. Our locals lie behind all of the method's own, are set to zero before its first
 * instruction, and are added to each of its frames; so no frame has to be computed, and no class is loaded to do it.
 *
 * <p>Every call that is put in is <em>guarded</em>: whatever it throws, a full stack included, is counted and dropped, and
 * the method goes on as if the call had not been there; but for the exception that stands for a misuse.
 */
final class Body {

    /** A piece of code to put in: leaves the stack as it found it, and may jump to the label after it. */
    @FunctionalInterface
    interface Code {
        void into(InsnList code, LabelNode after);
    }

    static final Code NOTHING = (code, after) -> {};

    private static final String THROWABLE = "java/lang/Throwable";

    private final String owner;
    private final MethodNode method;
    private final Members members;
    private final int firstOfOurs;
    private final List<Type> ours = new ArrayList<>();
    private final InsnList zeroes = new InsnList();
    private final List<TryCatchBlockNode> guards = new ArrayList<>();

    /** Last instruction of what runs before the method's own code; null when there is none yet. */
    private @Nullable AbstractInsnNode beginning;

    /**
     * @param owner internal name of the class
     * @param method read with expanded frames
     * @param members of the class and of those it knows
     */
    Body(String owner, MethodNode method, Members members) {
        this.owner = owner;
        this.method = method;
        this.members = members;
        this.firstOfOurs = method.maxLocals;
        if (method.name.equals("<init>")) {
            this.beginning = superCall();
        }
    }

    /** A local of ours: zero until something is put there. */
    int local(Type type) {
        int slot = firstOfOurs;
        for (Type t : ours) {
            slot += t.getSize();
        }
        ours.add(type);
        zeroes.add(new InsnNode(zeroOf(type)));
        zeroes.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), slot));
        return slot;
    }

    /** Internal name of the class whose method it is. */
    String owner() {
        return owner;
    }

    Members members() {
        return members;
    }

    Type resultType() {
        return Type.getReturnType(method.desc);
    }

    /** The type of an argument. */
    Type argumentType(int index) {
        Type[] types = Type.getArgumentTypes(method.desc);
        if (index >= types.length) {
            throw new UnexpectedCode(method.name + method.desc + " has no argument " + index);
        }
        return types[index];
    }

    /** A local of ours with what an argument was when the method began; the method may overwrite its own. */
    int argument(int index) {
        Type type = argumentType(index);
        Type[] types = Type.getArgumentTypes(method.desc);
        int slot = isStatic() ? 0 : 1;
        for (int i = 0; i < index; i++) {
            slot += types[i].getSize();
        }
        return kept(type, slot);
    }

    /** A local of ours with the method's receiver. */
    int receiver() {
        if (isStatic()) {
            throw new UnexpectedCode(method.name + method.desc + " is static: there is no this");
        }
        return kept(Type.getObjectType(owner), 0);
    }

    private int kept(Type type, int slot) {
        int kept = local(type);
        InsnList copy = new InsnList();
        copy.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
        copy.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), kept));
        begin(copy);
        return kept;
    }

    /** Puts a guarded call where the method begins; in a constructor right after the super constructor's call. */
    void atBegin(Code call) {
        begin(guarded(call, NOTHING, receiverAndArguments()));
    }

    /**
     * Puts a guarded call before each return.
     *
     * @param call may use the result through the local that this returns
     * @param fallback what to do when the call failed; may not throw
     * @return the local of ours that holds the result, -1 in a void method
     */
    int beforeReturns(CodeWithResult call, Code fallback) {
        Type type = Type.getReturnType(method.desc);
        int result = type.equals(Type.VOID_TYPE) ? -1 : local(type);
        for (AbstractInsnNode at : method.instructions.toArray()) {
            if (at.getOpcode() >= Opcodes.IRETURN && at.getOpcode() <= Opcodes.RETURN) {
                InsnList code = new InsnList();
                if (result >= 0) {
                    code.add(new VarInsnNode(type.getOpcode(Opcodes.ISTORE), result));
                }
                code.add(guarded((list, after) -> call.into(list, after, result), fallback, List.of()));
                if (result >= 0) {
                    code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), result));
                }
                method.instructions.insertBefore(at, code);
            }
        }
        return result;
    }

    /** {@link Code} that is told the local with the method's result. */
    @FunctionalInterface
    interface CodeWithResult {
        void into(InsnList code, LabelNode after, int result);
    }

    /** Puts a guarded call where an exception leaves the method; the exception goes on. To be called last by each advice. */
    void beforeThrows(Code call, Code fallback) {
        int thrown = local(Type.getObjectType(THROWABLE));
        LabelNode start = new LabelNode();
        LabelNode end = new LabelNode();
        InsnList mark = new InsnList();
        mark.add(start);
        begin(mark);
        method.instructions.add(end);
        method.instructions.add(frame(List.of(), THROWABLE));
        method.instructions.add(new VarInsnNode(Opcodes.ASTORE, thrown));
        method.instructions.add(guarded(call, fallback, List.of()));
        method.instructions.add(new VarInsnNode(Opcodes.ALOAD, thrown));
        method.instructions.add(new InsnNode(Opcodes.ATHROW));
        method.tryCatchBlocks.add(new TryCatchBlockNode(start, end, end, THROWABLE));
    }

    /**
     * Puts a guarded call right before a call that the method makes; what lies on the stack for that call waits in locals
     * of ours, so {@code call} may replace it.
     *
     * @param made a static or interface or virtual call in this method, with nothing below its receiver on the stack
     */
    void before(MethodInsnNode made, CodeWithOperands call) {
        List<Type> types = new ArrayList<>();
        if (made.getOpcode() != Opcodes.INVOKESTATIC) {
            types.add(Type.getObjectType(made.owner));
        }
        types.addAll(List.of(Type.getArgumentTypes(made.desc)));
        int[] held = types.stream().mapToInt(this::local).toArray();
        InsnList code = new InsnList();
        for (int i = held.length - 1; i >= 0; i--) {
            code.add(new VarInsnNode(types.get(i).getOpcode(Opcodes.ISTORE), held[i]));
        }
        code.add(guarded((list, after) -> call.into(list, after, held), NOTHING, receiverAndArguments()));
        for (int i = 0; i < held.length; i++) {
            code.add(new VarInsnNode(types.get(i).getOpcode(Opcodes.ILOAD), held[i]));
        }
        method.instructions.insertBefore(made, code);
    }

    /** Puts code that has no guard and no jumps right before a call that the method makes. */
    void insertBefore(MethodInsnNode made, Consumer<InsnList> code) {
        InsnList list = new InsnList();
        code.accept(list);
        method.instructions.insertBefore(made, list);
    }

    /** {@link Code} that is told the locals with the receiver and the arguments of the call that follows. */
    @FunctionalInterface
    interface CodeWithOperands {
        void into(InsnList code, LabelNode after, int[] operands);
    }

    /** The only call of a method with this name in this method, or null when there is none or more than one. */
    @Nullable
    MethodInsnNode onlyCallOf(String name) {
        MethodInsnNode found = null;
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof MethodInsnNode call && call.name.equals(name)) {
                if (found != null) {
                    return null;
                }
                found = call;
            }
        }
        return found;
    }

    /** Ends the weaving: sets our locals to zero at the start, adds them to all frames, puts our guards first. */
    void finish() {
        method.instructions.insert(zeroes);
        method.tryCatchBlocks.addAll(0, guards);
        for (AbstractInsnNode at : method.instructions) {
            if (at instanceof FrameNode frame) {
                frame.local = withOurs(frame.local);
            }
        }
    }

    private void begin(InsnList code) {
        AbstractInsnNode last = code.getLast();
        if (beginning == null) {
            method.instructions.insert(code);
        } else {
            method.instructions.insert(beginning, code);
        }
        beginning = last;
    }

    private InsnList guarded(Code call, Code fallback, List<Object> locals) {
        LabelNode start = new LabelNode();
        LabelNode handler = new LabelNode();
        LabelNode after = new LabelNode();
        InsnList code = new InsnList();
        code.add(start);
        call.into(code, after);
        code.add(new JumpInsnNode(Opcodes.GOTO, after));
        code.add(handler);
        code.add(frame(locals, THROWABLE));
        LabelNode drop = new LabelNode();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new TypeInsnNode(Opcodes.INSTANCEOF, ProbeCalls.MISUSE));
        code.add(new JumpInsnNode(Opcodes.IFEQ, drop));
        code.add(new InsnNode(Opcodes.ATHROW));
        code.add(drop);
        code.add(frame(locals, THROWABLE));
        code.add(new InsnNode(Opcodes.POP));
        ProbeCalls.countError(code);
        fallback.into(code, after);
        code.add(after);
        code.add(frame(locals));
        // Two frames may not share an offset, and what follows may begin with one.
        code.add(new InsnNode(Opcodes.NOP));
        guards.add(new TryCatchBlockNode(start, handler, handler, THROWABLE));
        return code;
    }

    private static FrameNode frame(List<Object> locals, Object... stack) {
        return new FrameNode(Opcodes.F_NEW, locals.size(), locals.toArray(), stack.length, stack);
    }

    private List<Object> receiverAndArguments() {
        List<Object> locals = new ArrayList<>();
        if (!isStatic()) {
            locals.add(owner);
        }
        for (Type t : Type.getArgumentTypes(method.desc)) {
            locals.add(frameType(t));
        }
        return locals;
    }

    private List<Object> withOurs(@Nullable List<Object> locals) {
        List<Object> all = new ArrayList<>(locals == null ? List.of() : locals);
        int slots = 0;
        for (Object t : all) {
            slots += t.equals(Opcodes.LONG) || t.equals(Opcodes.DOUBLE) ? 2 : 1;
        }
        all.addAll(Collections.nCopies(firstOfOurs - slots, Opcodes.TOP));
        for (Type t : ours) {
            all.add(frameType(t));
        }
        return all;
    }

    private AbstractInsnNode superCall() {
        for (AbstractInsnNode at : method.instructions) {
            if (at.getOpcode() == Opcodes.NEW) {
                break;
            }
            if (at instanceof MethodInsnNode call && call.name.equals("<init>")) {
                return call;
            }
        }
        throw new UnexpectedCode("the super constructor's call is not where it should be");
    }

    private boolean isStatic() {
        return (method.access & Opcodes.ACC_STATIC) != 0;
    }

    private static int zeroOf(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LCONST_0;
            case Type.FLOAT -> Opcodes.FCONST_0;
            case Type.DOUBLE -> Opcodes.DCONST_0;
            case Type.OBJECT, Type.ARRAY -> Opcodes.ACONST_NULL;
            default -> Opcodes.ICONST_0;
        };
    }

    private static Object frameType(Type type) {
        return switch (type.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.OBJECT, Type.ARRAY -> type.getInternalName();
            default -> Opcodes.INTEGER;
        };
    }
}

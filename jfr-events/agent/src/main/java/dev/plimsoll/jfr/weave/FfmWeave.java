package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.CALLBACKS;
import static dev.plimsoll.jfr.weave.ProbeCalls.DOWNCALLS;
import static dev.plimsoll.jfr.weave.ProbeCalls.MISUSES;
import static dev.plimsoll.jfr.weave.ProbeCalls.OBJECT;
import static dev.plimsoll.jfr.weave.ProbeCalls.SYMBOLS;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;
import static dev.plimsoll.jfr.weave.ProbeCalls.load;
import static dev.plimsoll.jfr.weave.ProbeCalls.store;

import dev.plimsoll.jfr.probe.v1.Binding;
import dev.plimsoll.jfr.probe.v1.Cause;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * The Foreign Function and Memory API as it is since JDK 22. The owner of a segment is its session: a confined or shared
 * one has no Cleaner, so an arena that is lost without close leaks for ever. Segments that wrap foreign memory go through
 * other factories and are not allocations.
 */
final class FfmWeave implements Family {

    private static final String FOREIGN = "jdk/internal/foreign/";
    private static final String FACTORIES = FOREIGN + "SegmentFactories";
    private static final String CLEANUP = FOREIGN + "MemorySessionImpl$ResourceList$ResourceCleanup";
    private static final String LINKER = FOREIGN + "abi/AbstractLinker";
    private static final String STUBS = FOREIGN + "abi/UpcallStubs";
    private static final String SESSION = FOREIGN + "MemorySessionImpl";
    private static final String LOADER = "jdk/internal/loader/";

    /** Where libraries are asked for a name, class and method; JDK 17 has them too, and nobody there to use it. */
    private static final String[][] LOOKUPS = {
        {LOADER + "NativeLibraries", "find"},
        {LOADER + "NativeLibrary", "lookup"},
        {LOADER + "RawNativeLibraries$RawNativeLibraryImpl", "find"}
    };

    private static final Type HANDLE = Type.getObjectType("java/lang/invoke/MethodHandle");
    private static final Type SEGMENT = Type.getObjectType("java/lang/foreign/MemorySegment");

    /** How many anonymous classes to look at; JDK 25 has two of each. */
    private static final int ANONYMOUS = 8;

    @Override
    public String binding() {
        return Binding.name(Binding.FFM);
    }

    @Override
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        points.add(Point.needed(
                FACTORIES,
                "allocateNativeSegment",
                "(JJL" + FOREIGN + "MemorySessionImpl;ZZ)L" + FOREIGN + "NativeMemorySegmentImpl;",
                Contexts.allocation(Binding.FFM, 0, 2)));
        for (int i = 1; i <= ANONYMOUS; i++) {
            points.add(
                    Point.optional(FACTORIES + "$" + i, "cleanup", "()V", Contexts.freeCall(Binding.FFM, Cause.ARENA)));
            points.add(Point.optional(CLEANUP + "$" + i, "cleanup", "()V", Contexts.free(-1, Cause.ARENA)));
        }
        points.add(Point.needed(
                LINKER,
                "upcallStub",
                "(Ljava/lang/invoke/MethodHandle;Ljava/lang/foreign/FunctionDescriptor;Ljava/lang/foreign/Arena;"
                        + "[Ljava/lang/foreign/Linker$Option;)Ljava/lang/foreign/MemorySegment;",
                FfmWeave::registration));
        points.add(Point.needed(STUBS, "freeUpcallStub", "(J)V", FfmWeave::release));
        points.add(Point.needed(
                LINKER,
                "downcallHandle",
                "(Ljava/lang/foreign/MemorySegment;Ljava/lang/foreign/FunctionDescriptor;"
                        + "[Ljava/lang/foreign/Linker$Option;)Ljava/lang/invoke/MethodHandle;",
                FfmWeave::downcall));
        points.add(Point.optional(SESSION, "alreadyClosed", "()Ljava/lang/IllegalStateException;", misuse("closed")));
        points.add(Point.optional(
                SESSION, "alreadyAcquired", "(I)Ljava/lang/IllegalStateException;", misuse("closedInUse")));
        for (String[] lookup : LOOKUPS) {
            points.add(Point.optional(lookup[0], lookup[1], "(Ljava/lang/String;)J", FfmWeave::found));
        }
        return points;
    }

    @Override
    public List<String> presentWith() {
        return List.of(FACTORIES, LINKER);
    }

    @Override
    public String absent() {
        return "this JDK has no final FFM API; memory of its preview or incubator shows as unsafe";
    }

    @Override
    public String woven() {
        return "arenas, upcall stubs, and downcall handles that were made after the attach: those of malloc, calloc,"
                + " realloc, aligned_alloc and free as memory, the others as calls";
    }

    /**
     * The target is wrapped to count its calls, but only when the linker has checked it: it looks at what a direct handle
     * may throw.
     */
    private static void registration(Body body) {
        int target = body.argument(0);
        int token = body.local(OBJECT);
        body.atBegin((code, after) -> {
            load(code, HANDLE, target);
            call(code, CALLBACKS, "registering", "(Ljava/lang/invoke/MethodHandle;)Ljava/lang/Object;");
            store(code, OBJECT, token);
        });
        MethodInsnNode makeStub = body.onlyCallOf("makeStub");
        if (makeStub != null && makeStub.desc.startsWith("(Ljava/lang/invoke/MethodHandle;")) {
            body.before(makeStub, (code, after, operands) -> {
                load(code, OBJECT, token);
                load(code, HANDLE, operands[1]);
                call(
                        code,
                        CALLBACKS,
                        "counted",
                        "(Ljava/lang/Object;Ljava/lang/invoke/MethodHandle;)Ljava/lang/invoke/MethodHandle;");
                store(code, HANDLE, operands[1]);
            });
        }
        body.beforeReturns(
                (code, after, result) -> {
                    load(code, OBJECT, token);
                    address(code, result);
                    load(code, SEGMENT, result);
                    code.add(new MethodInsnNode(
                            Opcodes.INVOKEINTERFACE,
                            SEGMENT.getInternalName(),
                            "scope",
                            "()Ljava/lang/foreign/MemorySegment$Scope;",
                            true));
                    call(code, CALLBACKS, "registered", "(Ljava/lang/Object;JLjava/lang/Object;)V");
                },
                Body.NOTHING);
    }

    /** The slow path on which a session says no: the method makes the exception. */
    private static Advice misuse(String probe) {
        return body -> body.atBegin((code, after) -> {
            constant(code, Binding.FFM);
            call(code, MISUSES, probe, "(I)V");
        });
    }

    private static void found(Body body) {
        int name = body.argument(0);
        body.beforeReturns(
                (code, after, result) -> {
                    load(code, Type.getObjectType("java/lang/String"), name);
                    load(code, Type.LONG_TYPE, result);
                    call(code, SYMBOLS, "found", "(Ljava/lang/String;J)V");
                },
                Body.NOTHING);
    }

    private static void release(Body body) {
        int address = body.argument(0);
        body.atBegin((code, after) -> {
            load(code, Type.LONG_TYPE, address);
            call(code, CALLBACKS, "releasing", "(J)V");
        });
    }

    private static void downcall(Body body) {
        int symbol = body.argument(0);
        body.beforeReturns(
                (code, after, result) -> {
                    load(code, HANDLE, result);
                    address(code, symbol);
                    call(
                            code,
                            DOWNCALLS,
                            "watched",
                            "(Ljava/lang/invoke/MethodHandle;J)Ljava/lang/invoke/MethodHandle;");
                    store(code, HANDLE, result);
                },
                Body.NOTHING);
    }

    private static void address(InsnList code, int segment) {
        load(code, SEGMENT, segment);
        code.add(new MethodInsnNode(Opcodes.INVOKEINTERFACE, SEGMENT.getInternalName(), "address", "()J", true));
    }
}

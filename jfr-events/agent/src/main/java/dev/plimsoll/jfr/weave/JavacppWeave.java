package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.CALLBACKS;
import static dev.plimsoll.jfr.weave.ProbeCalls.PROBE;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;

import dev.plimsoll.jfr.probe.v1.Binding;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * JavaCPP. Every native object that a {@code Pointer} owns gets a {@code NativeDeallocator} with its address; that is where
 * it is seen, and where it dies, whoever calls: close, a scope, the reference count, or JavaCPP's own thread when the
 * pointer was collected. The size is what JavaCPP itself counts, capacity times element size: memory that a C++ object takes
 * for itself is not in it. Copies and casts of a pointer share its deallocator and are no allocations. A deallocator of a
 * {@code FunctionPointer} stands for a callback; native code calls a method of its class, which is woven when the first
 * object of the class is made. Calls of that method from Java count as well.
 *
 * <p>Looked at with javap in 1.5.12 and run there. Not seen: {@code Pointer.malloc},
 * {@code calloc} and {@code realloc}, which are native, and deallocators that a library writes itself.
 */
final class JavacppWeave implements LibraryFamily {

    private static final String POINTER = "org/bytedeco/javacpp/Pointer";
    private static final String DEALLOCATOR = POINTER + "$NativeDeallocator";
    private static final String FUNCTION = "org/bytedeco/javacpp/FunctionPointer";

    @Override
    public String binding() {
        return Binding.name(Binding.JAVACPP);
    }

    @Override
    public String coordinates() {
        return "org.bytedeco:javacpp";
    }

    @Override
    public List<Point> points() {
        return List.of(
                Point.needed(DEALLOCATOR, "<init>", "(L" + POINTER + ";JJ)V", JavacppWeave::made),
                Point.needed(DEALLOCATOR, "deallocate", "()V", JavacppWeave::deallocated),
                Point.optional(POINTER, "deallocate", "(Z)V", closing("closing")),
                Point.optional(POINTER, "close", "()V", closing("closing")),
                Point.optional(POINTER, "releaseReference", "()Z", closing("released")));
    }

    /** JavaCPP passes over it in silence when a pointer is released again; a scope does so to what was closed in it. */
    private static Advice closing(String probe) {
        return body -> closing(body, probe);
    }

    private static void closing(Body body, String probe) {
        Value.Push pointer = Value.receiver().in(body);
        Value.Push deallocator = Value.receiver()
                .field("deallocator", "L" + POINTER + "$Deallocator;")
                .in(body);
        body.atBegin((code, after) -> {
            constant(code, Binding.JAVACPP);
            pointer.onto(code, -1);
            deallocator.onto(code, -1);
            call(code, ProbeCalls.MISUSES, probe, "(ILjava/lang/Object;Ljava/lang/Object;)V");
        });
    }

    private static void made(Body body) {
        Value.Push pointer = Value.argument(0).in(body);
        Value.Push address = Value.argument(1).in(body);
        Value.Push bytes = Value.receiver().field("bytes", "J").in(body);
        body.beforeReturns(
                (code, after, result) -> {
                    pointer.onto(code, result);
                    code.add(new TypeInsnNode(Opcodes.INSTANCEOF, FUNCTION));
                    code.add(new JumpInsnNode(Opcodes.IFNE, after));
                    constant(code, Binding.JAVACPP);
                    address.onto(code, result);
                    bytes.onto(code, result);
                    pointer.onto(code, result);
                    call(code, PROBE, "made", "(IJJLjava/lang/Object;)V");
                },
                Body.NOTHING);
        body.beforeReturns(
                (code, after, result) -> {
                    pointer.onto(code, result);
                    code.add(new TypeInsnNode(Opcodes.INSTANCEOF, FUNCTION));
                    code.add(new JumpInsnNode(Opcodes.IFEQ, after));
                    constant(code, Binding.JAVACPP);
                    address.onto(code, result);
                    pointer.onto(code, result);
                    pointer.onto(code, result);
                    code.add(new LdcInsnNode(Registrations.OWNER));
                    call(code, CALLBACKS, "madeByJni", "(IJLjava/lang/Object;Ljava/lang/Object;Ljava/lang/String;)V");
                },
                Body.NOTHING);
    }

    private static void deallocated(Body body) {
        Value.Push address = Value.receiver().field("ownerAddress", "J").in(body);
        body.atBegin((code, after) -> {
            address.onto(code, -1);
            call(code, CALLBACKS, "released", "(J)Z");
            code.add(new JumpInsnNode(Opcodes.IFNE, after));
            constant(code, Binding.JAVACPP);
            address.onto(code, -1);
            call(code, PROBE, "freeing", "(IJ)V");
        });
    }

    @Override
    public String woven() {
        return "pointers that own native memory, and function pointers with their calls; not Pointer.malloc";
    }
}

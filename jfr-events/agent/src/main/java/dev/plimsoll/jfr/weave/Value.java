package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.load;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Where a family's table says that an address, a size or an owner is to be found. */
@FunctionalInterface
interface Value {

    /** Puts the value on the stack. */
    @FunctionalInterface
    interface Push {

        /**
         * @param result local with the method's result, -1 where there is none
         * @return what lies on the stack now
         */
        Type onto(InsnList code, int result);
    }

    /** Called once for a method, before the code that will push it is put in. */
    Push in(Body body);

    /** What an argument was when the method began. */
    static Value argument(int index) {
        return body -> {
            int local = body.argument(index);
            Type type = body.argumentType(index);
            return (code, result) -> loaded(code, type, local);
        };
    }

    /** The object whose method it is. */
    static Value receiver() {
        return body -> {
            int local = body.receiver();
            Type type = Type.getObjectType(body.owner());
            return (code, result) -> loaded(code, type, local);
        };
    }

    /** What the method returns; only where it has returned. */
    static Value result() {
        return body -> (code, result) -> loaded(code, body.resultType(), result);
    }

    /** Nothing: no owner. */
    static Value none() {
        return body -> (code, result) -> {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            return ProbeCalls.OBJECT;
        };
    }

    /** The same number always. */
    static Value constant(long value) {
        return body -> (code, result) -> {
            code.add(new LdcInsnNode(value));
            return Type.LONG_TYPE;
        };
    }

    /** The same number always, of 32 bits. */
    static Value number(int value) {
        return body -> (code, result) -> {
            ProbeCalls.constant(code, value);
            return Type.INT_TYPE;
        };
    }

    /** A text. */
    static Value text(String value) {
        return body -> (code, result) -> {
            code.add(new LdcInsnNode(value));
            return ProbeCalls.OBJECT;
        };
    }

    /** One number times another. */
    static Value product(Value a, Value b) {
        return combined(a, b, Opcodes.LMUL);
    }

    /** One number and another. */
    static Value sum(Value a, Value b) {
        return combined(a, b, Opcodes.LADD);
    }

    /** One number less another. */
    static Value difference(Value a, Value b) {
        return combined(a, b, Opcodes.LSUB);
    }

    private static Value combined(Value a, Value b, int opcode) {
        return body -> {
            Push first = a.in(body);
            Push second = b.in(body);
            return (code, result) -> {
                asLong(first, code, result);
                asLong(second, code, result);
                code.add(new InsnNode(opcode));
                return Type.LONG_TYPE;
            };
        };
    }

    /** What a static method, of a probe or of the library, makes of other values, which must be what it takes. */
    static Value probe(String type, String method, String descriptor, Value... arguments) {
        return body -> {
            List<Push> pushes = Arrays.stream(arguments).map(a -> a.in(body)).toList();
            return (code, result) -> {
                pushes.forEach(push -> push.onto(code, result));
                ProbeCalls.call(code, type, method, descriptor);
                return Type.getReturnType(descriptor);
            };
        };
    }

    /** A field of an object; the object's class must declare it, and the woven method be allowed to read it. */
    default Value field(String name, String descriptor) {
        return body -> {
            Push object = in(body);
            return (code, result) -> {
                Type type = object.onto(code, result);
                code.add(new FieldInsnNode(Opcodes.GETFIELD, type.getInternalName(), name, descriptor));
                return Type.getType(descriptor);
            };
        };
    }

    /** The same object as one of a class below, for where it has been looked whether it is one. */
    default Value as(String type) {
        return body -> {
            Push object = in(body);
            return (code, result) -> {
                object.onto(code, result);
                code.add(new TypeInsnNode(Opcodes.CHECKCAST, type));
                return Type.getObjectType(type);
            };
        };
    }

    /** What a method of an object returns; for methods that only tell. */
    default Value ask(String type, boolean isInterface, String method, String descriptor, Value... arguments) {
        return body -> {
            Push object = in(body);
            List<Push> pushes = Arrays.stream(arguments).map(a -> a.in(body)).toList();
            return (code, result) -> {
                object.onto(code, result);
                pushes.forEach(push -> push.onto(code, result));
                code.add(new MethodInsnNode(
                        isInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                        type,
                        method,
                        descriptor,
                        isInterface));
                return Type.getReturnType(descriptor);
            };
        };
    }

    /** Puts a number on the stack as a long. */
    static void asLong(Push push, InsnList code, int result) {
        Type type = push.onto(code, result);
        if (type.getSort() != Type.LONG) {
            code.add(new InsnNode(Opcodes.I2L));
        }
    }

    private static Type loaded(InsnList code, Type type, int local) {
        load(code, type, local);
        return type;
    }
}

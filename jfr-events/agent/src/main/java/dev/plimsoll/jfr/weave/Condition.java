package dev.plimsoll.jfr.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** When a probe is to be called, asked right before it: code that goes on, or jumps behind the call. */
@FunctionalInterface
interface Condition {

    /** Every time. */
    Condition ALWAYS = body -> (code, after, result) -> {};

    /** Called once for a method, as {@link Value#in} is. */
    Body.CodeWithResult in(Body body);

    /** A number that is not zero, or what is true. */
    static Condition holds(Value value) {
        return body -> {
            Value.Push push = value.in(body);
            return (code, after, result) -> {
                if (push.onto(code, result).getSort() == Type.LONG) {
                    code.add(new InsnNode(Opcodes.LCONST_0));
                    code.add(new InsnNode(Opcodes.LCMP));
                }
                code.add(new JumpInsnNode(Opcodes.IFEQ, after));
            };
        };
    }

    /** An object that is there. */
    static Condition isThere(Value object) {
        return body -> {
            Value.Push push = object.in(body);
            return (code, after, result) -> {
                push.onto(code, result);
                code.add(new JumpInsnNode(Opcodes.IFNULL, after));
            };
        };
    }

    /** An object of a class or below it. */
    static Condition isA(Value object, String type) {
        return body -> {
            Value.Push push = object.in(body);
            return (code, after, result) -> {
                push.onto(code, result);
                code.add(new TypeInsnNode(Opcodes.INSTANCEOF, type));
                code.add(new JumpInsnNode(Opcodes.IFEQ, after));
            };
        };
    }

    /** Both, and the second is not asked when the first says no. */
    default Condition and(Condition other) {
        return body -> {
            Body.CodeWithResult first = in(body);
            Body.CodeWithResult second = other.in(body);
            return (code, after, result) -> {
                first.into(code, after, result);
                second.into(code, after, result);
            };
        };
    }
}

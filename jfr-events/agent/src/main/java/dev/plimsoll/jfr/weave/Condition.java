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
    Condition ALWAYS = body -> Body.NOTHING;

    /** Called once for a method, as {@link Value#in} is. */
    Body.Code in(Body body);

    /** A number that is not zero, or what is true. */
    static Condition holds(Value value) {
        return body -> {
            Value.Push push = value.in(body);
            return (code, after) -> {
                if (push.onto(code, -1).getSort() == Type.LONG) {
                    code.add(new InsnNode(Opcodes.LCONST_0));
                    code.add(new InsnNode(Opcodes.LCMP));
                }
                code.add(new JumpInsnNode(Opcodes.IFEQ, after));
            };
        };
    }

    /** An object of a class or below it. */
    static Condition isA(Value object, String type) {
        return body -> {
            Value.Push push = object.in(body);
            return (code, after) -> {
                push.onto(code, -1);
                code.add(new TypeInsnNode(Opcodes.INSTANCEOF, type));
                code.add(new JumpInsnNode(Opcodes.IFEQ, after));
            };
        };
    }

    /** Both, and the second is not asked when the first says no. */
    default Condition and(Condition other) {
        return body -> {
            Body.Code first = in(body);
            Body.Code second = other.in(body);
            return (code, after) -> {
                first.into(code, after);
                second.into(code, after);
            };
        };
    }
}

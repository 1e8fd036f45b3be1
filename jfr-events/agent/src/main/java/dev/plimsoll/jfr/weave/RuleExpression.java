package dev.plimsoll.jfr.weave;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * An expression of a rule as the desk hands it on: {@code 4096}, or {@code this}, {@code result} or {@code arg0} followed
 * by {@code .field} and {@code .method()}, or two of those with {@code *} between them.
 */
final class RuleExpression {

    private RuleExpression() {}

    /**
     * A number.
     *
     * @param type internal name of the class of {@code this}; the woven class when it is empty
     */
    static Value number(String text, String type) {
        int times = text.indexOf('*');
        if (times >= 0) {
            return Value.product(number(text.substring(0, times), type), number(text.substring(times + 1), type));
        }
        if (Character.isDigit(text.charAt(0))) {
            return Value.constant(Long.parseLong(text));
        }
        return checked(path(text, type), text, "a long or an int", Type.LONG, Type.INT);
    }

    /** An object. */
    static Value object(String text) {
        return checked(path(text, ""), text, "an object", Type.OBJECT, Type.ARRAY);
    }

    /** What is not zero and not false when a condition holds; as {@link #number}. */
    static Value condition(String text, String type) {
        return checked(path(text, type), text, "a boolean, a long or an int", Type.BOOLEAN, Type.LONG, Type.INT);
    }

    /** Every object is there that an expression goes through: where one is not, there is nothing to be told. */
    static Condition isThere(String text, String type) {
        Condition all = Condition.ALWAYS;
        for (String factor : text.split("\\*")) {
            for (int dot = factor.indexOf('.'); dot > 0; dot = factor.indexOf('.', dot + 1)) {
                String before = factor.substring(0, dot);
                if (!before.equals("this")) {
                    all = all.and(Condition.isThere(path(before, type)));
                }
            }
        }
        return all;
    }

    /** Whether {@link #isThere} asks for anything. */
    static boolean goesThrough(String text) {
        return text.indexOf('.') != text.lastIndexOf('.') || (text.contains(".") && !text.startsWith("this."));
    }

    private static Value path(String text, String type) {
        String[] steps = text.split("\\.");
        Value value = start(steps[0], type);
        for (int i = 1; i < steps.length; i++) {
            value = step(value, steps[i]);
        }
        return value;
    }

    private static Value start(String word, String type) {
        switch (word) {
            case "this":
                return type.isEmpty() ? Value.receiver() : Value.receiver().as(type);
            case "result":
                return Value.result();
            default:
                return Value.argument(Integer.parseInt(word.substring("arg".length())));
        }
    }

    private static Value step(Value object, String step) {
        boolean isCall = step.endsWith("()");
        String name = isCall ? step.substring(0, step.length() - 2) : step;
        return body -> {
            Value.Push push = object.in(body);
            return (code, result) -> {
                Type type = push.onto(code, result);
                if (type.getSort() != Type.OBJECT) {
                    throw new UnexpectedCode("a " + type.getClassName() + " has no " + step);
                }
                String owner = type.getInternalName();
                if (!isCall) {
                    String descriptor = body.members().field(owner, name);
                    code.add(new FieldInsnNode(Opcodes.GETFIELD, owner, name, descriptor));
                    return Type.getType(descriptor);
                }
                Members.Member method = body.members().method(owner, name);
                code.add(new MethodInsnNode(
                        method.inInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
                        owner,
                        name,
                        method.descriptor(),
                        method.inInterface()));
                return Type.getReturnType(method.descriptor());
            };
        };
    }

    /** A rule that asks for something else is not woven. */
    private static Value checked(Value value, String text, String wanted, int... sorts) {
        return body -> {
            Value.Push push = value.in(body);
            return (code, result) -> {
                Type type = push.onto(code, result);
                for (int sort : sorts) {
                    if (type.getSort() == sort) {
                        return type;
                    }
                }
                throw new UnexpectedCode(text + " is " + type.getClassName() + ", not " + wanted);
            };
        };
    }
}

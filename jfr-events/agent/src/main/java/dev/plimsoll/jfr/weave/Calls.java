package dev.plimsoll.jfr.weave;

import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Advice that hands values to a static method of a probe: nothing more is needed where no context is. */
final class Calls {

    private Calls() {}

    /** When the method has returned. */
    static Advice onReturn(Condition when, String type, String method, String descriptor, Value... arguments) {
        return body -> {
            Body.CodeWithResult asked = when.in(body);
            List<Value.Push> pushes = in(body, arguments);
            body.beforeReturns(
                    (code, after, result) -> {
                        asked.into(code, after, result);
                        pushes.forEach(push -> push.onto(code, result));
                        ProbeCalls.call(code, type, method, descriptor);
                    },
                    Body.NOTHING);
        };
    }

    /** As {@link #onReturn}, every time. */
    static Advice onReturn(String type, String method, String descriptor, Value... arguments) {
        return onReturn(Condition.ALWAYS, type, method, descriptor, arguments);
    }

    /** When the method begins. */
    static Advice onBegin(String type, String method, String descriptor, Value... arguments) {
        return body -> {
            List<Value.Push> pushes = in(body, arguments);
            body.atBegin((code, after) -> {
                pushes.forEach(push -> push.onto(code, -1));
                ProbeCalls.call(code, type, method, descriptor);
            });
        };
    }

    /**
     * Before the only call of a method with this name that the method makes; the probe's first argument is that call's
     * receiver, which has no arguments, the others are numbers. It is not guarded: where we are in the middle of a method its
     * locals are not known to us, so the probe has to catch by itself whatever happens.
     */
    static Advice beforeCall(String called, String type, String method, String descriptor, Value... numbers) {
        return body -> {
            MethodInsnNode made = body.onlyCallOf(called);
            if (made == null || !made.desc.startsWith("()")) {
                throw new UnexpectedCode("it does not call " + called + "() once");
            }
            List<Value.Push> pushes = in(body, numbers);
            body.insertBefore(made, code -> {
                code.add(new InsnNode(Opcodes.DUP));
                pushes.forEach(push -> push.onto(code, -1));
                ProbeCalls.call(code, type, method, descriptor);
            });
        };
    }

    private static List<Value.Push> in(Body body, Value... arguments) {
        return Arrays.stream(arguments).map(argument -> argument.in(body)).toList();
    }
}

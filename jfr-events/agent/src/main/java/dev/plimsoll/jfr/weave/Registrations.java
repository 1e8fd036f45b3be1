package dev.plimsoll.jfr.weave;

import static dev.plimsoll.jfr.weave.ProbeCalls.CALLBACKS;
import static dev.plimsoll.jfr.weave.ProbeCalls.STATE;
import static dev.plimsoll.jfr.weave.ProbeCalls.call;
import static dev.plimsoll.jfr.weave.ProbeCalls.constant;
import static dev.plimsoll.jfr.weave.ProbeCalls.load;
import static dev.plimsoll.jfr.weave.ProbeCalls.store;

import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LdcInsnNode;

/** Advice for the methods through which a library makes Java code callable from native code, and ends that. */
final class Registrations {

    /** A call ends the callback, nothing else does. */
    static final String EXPLICIT = "explicit";

    /** The end of a Java object that stands for the callback ends it, or a call. */
    static final String OWNER = "owner";

    private Registrations() {}

    /**
     * The method registers a callback.
     *
     * @param target the object that native code will call
     * @param handle what {@link #release} will be given, when the method returns
     * @param owner whose death releases it
     */
    static Advice registration(int binding, Value target, Value handle, Value owner, String lifetime) {
        return body -> {
            int state = body.local(STATE);
            Value.Push called = target.in(body);
            Value.Push where = handle.in(body);
            Value.Push whose = owner.in(body);
            body.atBegin((code, after) -> {
                called.onto(code, -1);
                call(code, CALLBACKS, "enter", "(Ljava/lang/Object;)" + STATE.getDescriptor());
                store(code, STATE, state);
            });
            body.beforeReturns(
                    (code, after, result) -> {
                        load(code, STATE, state);
                        constant(code, binding);
                        Value.asLong(where, code, result);
                        whose.onto(code, result);
                        code.add(new LdcInsnNode(lifetime));
                        call(
                                code,
                                CALLBACKS,
                                "exit",
                                "(" + STATE.getDescriptor() + "IJLjava/lang/Object;Ljava/lang/String;)V");
                    },
                    (code, after) -> thrown(code, state));
            body.beforeThrows((code, after) -> thrown(code, state), Body.NOTHING);
        };
    }

    /** Native code calls the callback with the handle through the method. */
    static Advice invocation(Value handle) {
        return invocation(handle, Condition.ALWAYS);
    }

    /** As {@link #invocation}, under a condition. */
    static Advice invocation(Value handle, Condition when) {
        return body -> {
            Body.CodeWithResult asked = when.in(body);
            Value.Push where = handle.in(body);
            body.atBegin((code, after) -> {
                asked.into(code, after, -1);
                Value.asLong(where, code, -1);
                call(code, CALLBACKS, "invoked", Type.getMethodDescriptor(Type.VOID_TYPE, Type.LONG_TYPE));
            });
        };
    }

    /** Native code calls the callback that an object stands for through the method. */
    static Advice invocationOn(Value target) {
        return Calls.onBegin(CALLBACKS, "invokedOn", "(Ljava/lang/Object;)V", target);
    }

    /** The method releases the callback with the handle; to do so a second time is a misuse. */
    static Advice release(Value handle) {
        return release(handle, "releasingOnce");
    }

    /** As {@link #release}, where a method above may have released it already. */
    static Advice releaseBelow(Value handle) {
        return release(handle, "releasingBelow");
    }

    private static Advice release(Value handle, String probe) {
        return body -> {
            Value.Push where = handle.in(body);
            body.atBegin((code, after) -> {
                Value.asLong(where, code, -1);
                call(code, CALLBACKS, probe, Type.getMethodDescriptor(Type.VOID_TYPE, Type.LONG_TYPE));
            });
        };
    }

    private static void thrown(org.objectweb.asm.tree.InsnList code, int state) {
        load(code, STATE, state);
        call(code, CALLBACKS, "exitThrown", "(" + STATE.getDescriptor() + ")V");
    }
}

package dev.plimsoll.ui.callback;

import dev.plimsoll.ledger.Callback;
import dev.plimsoll.timeline.Cycle;
import dev.plimsoll.ui.kit.Words;
import java.util.List;

/// Sentences of the callbacks page.
final class CallbackWords {

    private static final String LAMBDA = "$$Lambda";

    private CallbackWords() {}

    /// `KeyHandler.invoke` of `com.acme.ui.KeyHandler.invoke`: the last two parts that are not a lambda's number.
    static String shortTarget(String target) {
        int lambda = target.indexOf(LAMBDA);
        String name = lambda < 0 ? target : target.substring(0, lambda + LAMBDA.length());
        int last = name.lastIndexOf('.');
        int before = name.lastIndexOf('.', last - 1);
        boolean method = last > 0
                && last + 1 < name.length()
                && Character.isLowerCase(name.charAt(last + 1))
                && before + 1 < name.length()
                && Character.isUpperCase(name.charAt(before + 1));
        return name.substring((method ? before : last) + 1);
    }

    static String calls(long invocations) {
        return invocations < 0 ? Words.say("callbacks.notCounted") : Words.count(invocations);
    }

    /// `3 s ago`, `never`, or that it is not known.
    static String lastCall(long invocations, long lastInvoked, long now) {
        if (lastInvoked > 0) {
            return Words.say("callbacks.ago", shortAge(now - lastInvoked));
        }
        return Words.say(
                invocations == 0
                        ? "callbacks.never"
                        : invocations < 0 ? "callbacks.notCounted" : "callbacks.timeUnknown");
    }

    /// `11 ms`, `0.4 s`, `9 m 37 s`: what happens many times a second is not `0 s`.
    private static String shortAge(long nanos) {
        long millis = Math.max(0, nanos / 1_000_000);
        if (millis < 100) {
            return Words.say("callbacks.millis", millis);
        }
        return millis < 10_000 ? Words.say("callbacks.seconds", Words.decimal(millis / 1e3)) : Words.age(nanos);
    }

    static String owner(Callback callback, List<Cycle> cycles) {
        if (callback.ownerCollected() == 0) {
            return Words.say("callbacks.owner.notSeen");
        }
        Cycle last = null;
        for (Cycle cycle : cycles) {
            last = cycle.end() <= callback.ownerCollected() ? cycle : last;
        }
        return last == null
                ? Words.say("callbacks.owner.collected")
                : Words.say("callbacks.owner.collectedIn", last.gcId());
    }
}

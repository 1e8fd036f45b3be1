package dev.plimsoll.ui.attach;

import dev.plimsoll.target.AgentJar;
import dev.plimsoll.target.BindingTrace;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What to know before attaching to one JVM, read from its command line and JDK alone.
///
/// @param tone `good`, `warning`, `neutral`: icon and colour
/// @param what one line
/// @param why a line more, or empty
/// @param flag a JVM flag to copy, or empty
record Advice(Tone tone, String what, String why, String flag) {

    enum Tone {
        GOOD,
        WARNING,
        NEUTRAL
    }

    /// The first JDK that warns when an agent is loaded into a running JVM (JEP 451).
    private static final int WARNS_FROM = 21;

    /// The first JDK that warns when a program uses native code without leave (JEP 472).
    private static final int RESTRICTS_FROM = 24;

    /// The first JDK with the foreign function and memory API (JEP 454).
    private static final int FFM_FROM = 22;

    private static final String OF_ANY_JDK = "direct, mapped, unsafe, zip";

    /// File that an agent given at the start writes, in the program's working directory.
    static final String RECORDING = "plimsoll.jfr";

    static List<Advice> of(JvmEntry jvm) {
        return jvm.attachable() ? attachable(jvm) : refused(jvm);
    }

    private static List<Advice> refused(JvmEntry jvm) {
        List<Advice> list = new ArrayList<>();
        list.add(new Advice(Tone.WARNING, Words.say("advice.refused"), String.valueOf(jvm.obstacle()), ""));
        if (jvm.takesAgentOnlyAtStart()) {
            AgentJar.startOption(RECORDING)
                    .ifPresent(option -> list.add(new Advice(
                            Tone.NEUTRAL,
                            Words.say("advice.atStart"),
                            Words.say("advice.atStartWhy", RECORDING),
                            option)));
        }
        return list;
    }

    private static List<Advice> attachable(JvmEntry jvm) {
        List<Advice> list = new ArrayList<>();
        String arguments = " " + jvm.arguments() + " ";
        list.add(new Advice(Tone.GOOD, Words.say("advice.user"), Words.say("advice.userWhy", jvm.user()), ""));
        int feature = feature(jvm.jdk());
        if (feature >= WARNS_FROM && !arguments.contains(" -XX:+EnableDynamicAgentLoading ")) {
            list.add(new Advice(
                    Tone.WARNING,
                    Words.say("advice.dynamic", feature),
                    Words.say("advice.dynamicWhy"),
                    "-XX:+EnableDynamicAgentLoading"));
        }
        if (arguments.contains("--enable-native-access")) {
            list.add(new Advice(Tone.GOOD, Words.say("advice.native"), "", ""));
        } else if (feature >= RESTRICTS_FROM) {
            list.add(new Advice(
                    Tone.NEUTRAL,
                    Words.say("advice.noNative", feature),
                    Words.say("advice.noNativeWhy"),
                    "--enable-native-access=ALL-UNNAMED"));
        }
        if (Flag.nativeMemoryTracking(arguments)) {
            list.add(new Advice(Tone.GOOD, Words.say("advice.nmt"), Words.say("advice.nmtWhy"), ""));
        } else {
            list.add(new Advice(
                    Tone.NEUTRAL,
                    Words.say("advice.noNmt"),
                    Words.say("advice.noNmtWhy"),
                    "-XX:NativeMemoryTracking=summary"));
        }
        if (Flag.flightRecorder(arguments)) {
            list.add(new Advice(Tone.NEUTRAL, Words.say("advice.jfr"), Words.say("advice.jfrWhy"), ""));
        }
        list.add(bindings(jvm, feature));
        if (jvm.facts().memoryLimitBytes() > 0) {
            list.add(new Advice(
                    Tone.NEUTRAL,
                    Words.say("advice.limit", Words.limit(jvm.facts().memoryLimitBytes())),
                    Words.say("advice.limitWhy"),
                    ""));
        }
        if (jvm.facts().agentPresent()) {
            list.add(new Advice(Tone.NEUTRAL, Words.say("advice.agent"), Words.say("advice.agentWhy"), ""));
        }
        long resident = jvm.facts().residentBytes();
        list.add(new Advice(
                Tone.NEUTRAL,
                resident < 0 ? Words.say("advice.before") : Words.say("advice.beforeBytes", Words.bytes(resident)),
                Words.say("advice.beforeWhy"),
                ""));
        return list;
    }

    /// Which libraries can be seen, and what is watched in any case.
    private static Advice bindings(JvmEntry jvm, int feature) {
        List<BindingTrace> seen = jvm.facts().bindings();
        String own = Words.say("advice.bindings.own", feature >= FFM_FROM ? "ffm, " + OF_ANY_JDK : OF_ANY_JDK);
        if (seen.isEmpty()) {
            return new Advice(Tone.NEUTRAL, Words.say("advice.noBindings"), own, "");
        }
        String names = seen.stream()
                .map(one -> (one.binding() + " " + one.version()).strip())
                .collect(Collectors.joining(" · "));
        String words = seen.size() == 1 ? Words.say("advice.binding") : Words.say("advice.bindings", seen.size());
        return new Advice(Tone.GOOD, words, names, "");
    }

    /// The flags that the advice names, in one line for a start script; empty when there are none.
    static String flags(List<Advice> advice) {
        return advice.stream().map(Advice::flag).filter(flag -> !flag.isEmpty()).collect(Collectors.joining(" "));
    }

    /// `21` of `21.0.5 Temurin`; 0 when unknown.
    static int feature(String jdk) {
        String digits = jdk.replaceAll("[^0-9].*", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}

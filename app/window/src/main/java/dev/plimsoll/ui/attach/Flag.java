package dev.plimsoll.ui.attach;

import dev.plimsoll.target.JvmEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word about a JVM in the picker's table.
///
/// @param word as shown
/// @param chip style of the chip: empty, `warning` or `notice`
record Flag(String word, String chip) {

    /// In a fixed order.
    static List<Flag> of(JvmEntry jvm) {
        List<Flag> flags = new ArrayList<>();
        String arguments = " " + jvm.arguments() + " ";
        if (jvm.facts().agentPresent()) {
            flags.add(new Flag("agent", "notice"));
        }
        if (flightRecorder(arguments)) {
            flags.add(new Flag("JFR", ""));
        }
        if (nativeMemoryTracking(arguments)) {
            flags.add(new Flag("NMT", ""));
        }
        if (jvm.facts().memoryLimitBytes() > 0) {
            flags.add(new Flag("limit", ""));
        }
        if (arguments.toLowerCase(Locale.ROOT).contains("--illegal-native-access=deny")) {
            flags.add(new Flag("no native access", "warning"));
        }
        return flags;
    }

    static boolean flightRecorder(String arguments) {
        return arguments.contains(" -XX:StartFlightRecording") || arguments.contains(" -XX:FlightRecorderOptions");
    }

    static boolean nativeMemoryTracking(String arguments) {
        return arguments.contains(" -XX:NativeMemoryTracking=summary ")
                || arguments.contains(" -XX:NativeMemoryTracking=detail ");
    }
}

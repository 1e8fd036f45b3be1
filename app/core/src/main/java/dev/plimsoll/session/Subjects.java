package dev.plimsoll.session;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.target.JvmEntry;
import java.nio.file.Path;

/// What is known of a subject, and what events add to it.
final class Subjects {

    private Subjects() {}

    static Subject of(Path file) {
        Path name = file.getFileName();
        return new Subject(name == null ? file.toString() : name.toString(), -1, "", "", "", file.toString());
    }

    static Subject of(JvmEntry entry) {
        String jvm = entry.jdk().isEmpty() ? "" : "JDK " + entry.jdk();
        return new Subject(
                shortName(entry.mainClass()),
                entry.pid(),
                jvm,
                entry.arguments(),
                entry.facts().collector(),
                "");
    }

    static Subject with(Subject known, NativeEvent.JvmInformation e) {
        return new Subject(
                known.name(),
                e.pid(),
                known.jvm().isEmpty() ? "JDK " + number(e.version()) : known.jvm(),
                e.arguments(),
                known.collector(),
                known.source());
    }

    static Subject with(Subject known, NativeEvent.GcConfiguration e) {
        return new Subject(
                known.name(), known.pid(), known.jvm(), known.arguments(), collector(e.young()), known.source());
    }

    private static String shortName(String mainClass) {
        int slash = Math.max(mainClass.lastIndexOf('/'), mainClass.lastIndexOf('\\'));
        String file = mainClass.substring(slash + 1);
        return file.endsWith(".jar") ? file : file.substring(file.lastIndexOf('.') + 1);
    }

    /// `25.0.3+9-LTS` out of the JVM's sentence about itself.
    private static String number(String version) {
        int open = version.indexOf('(');
        int close = version.indexOf(')', open + 1);
        String inside = open >= 0 && close > open ? version.substring(open + 1, close) : version;
        int plus = inside.indexOf('+');
        return plus > 0 ? inside.substring(0, plus) : inside;
    }

    /// The name people use, from the JVM's name of the young collector.
    private static String collector(String young) {
        return switch (young) {
            case "G1New" -> "G1";
            case "DefNew" -> "Serial";
            case "ParallelScavenge" -> "Parallel";
            default -> young.startsWith("ZGC") ? "ZGC" : young;
        };
    }
}

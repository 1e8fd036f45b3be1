package dev.plimsoll.jfr.junit;

import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/** A recorded stack in the form that development environments make clickable. */
final class Frames {

    private static final int MOST_FRAMES = 8;

    /** The JDK, binding libraries, the agent, the test's own machinery: lines that the test's author does not change. */
    private static final List<String> OTHERS = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "dev.plimsoll.jfr.library.",
            "dev.plimsoll.jfr.probe.",
            "org.lwjgl.",
            "org.bytedeco.javacpp.",
            "jnr.",
            "com.kenai.jffi.",
            "io.netty.",
            "io.github.humbleui.",
            "org.rocksdb.");

    private static final List<String> RUNNERS =
            List.of("org.junit.", "org.apache.maven.surefire.", "jdk.internal.reflect.", "java.lang.reflect.");

    private Frames() {}

    /** From the first line that is the program's own outwards, to the runner of the tests; all when there is no such line. */
    static List<String> fromSite(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        List<RecordedFrame> frames = trace == null ? List.of() : trace.getFrames();
        int site = 0;
        while (site < frames.size() && startsWithAny(className(frames.get(site)), OTHERS)) {
            site++;
        }
        List<String> lines = new ArrayList<>();
        for (RecordedFrame frame : frames.subList(site == frames.size() ? 0 : site, frames.size())) {
            String name = className(frame);
            if (lines.size() == MOST_FRAMES || startsWithAny(name, RUNNERS)) {
                break;
            }
            lines.add(line(name, frame));
        }
        return lines;
    }

    static boolean loadsClasses(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace != null
                && trace.getFrames().stream()
                        .anyMatch(frame -> className(frame).equals("java.lang.ClassLoader")
                                && frame.getMethod().getName().equals("loadClass"));
    }

    private static String className(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    /** The recorder does not know files: the outermost class's is taken. */
    private static String line(String className, RecordedFrame frame) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        int dollar = simple.indexOf('$', 1);
        return className + "." + frame.getMethod().getName() + "(" + (dollar < 0 ? simple : simple.substring(0, dollar))
                + ".java:" + frame.getLineNumber() + ")";
    }

    private static boolean startsWithAny(String name, List<String> prefixes) {
        return prefixes.stream().anyMatch(name::startsWith);
    }
}

package dev.plimsoll.jfr.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What was made and not given back in a recording, by the line that made it. What class loading takes in the middle of a test is
 * left out: it is the JVM's, and it comes once.
 *
 * @param blocks largest first
 * @param callbacks most first
 */
record LiveTable(List<Site> blocks, List<Site> callbacks) {

    /**
     * @param stack as a stack trace prints it, from the line that a person would change outwards
     * @param bytes of all its blocks, 0 for callbacks
     */
    record Site(String binding, List<String> stack, long count, long bytes) {}

    private record Line(String binding, String frame) {}

    /** @throws IllegalStateException when the recording does not tell everything */
    static LiveTable read(Path file, Set<String> bindings) throws IOException {
        List<RecordedEvent> events = new ArrayList<>(RecordingFile.readAllEvents(file));
        events.sort(Comparator.comparing(RecordedEvent::getStartTime));
        Map<Long, RecordedEvent> blocks = new LinkedHashMap<>();
        Map<Long, RecordedEvent> callbacks = new LinkedHashMap<>();
        for (RecordedEvent event : events) {
            switch (event.getEventType().getName()) {
                case "plimsoll.NativeAllocation" -> {
                    if (event.getDouble("weight") != 1) {
                        throw untold("blocks were sampled; load the agent with interval=exact");
                    }
                    // A pooled buffer is inside its chunk, which counts.
                    if (wanted(event, bindings) && !"pooled".equals(event.getString("kind"))) {
                        blocks.put(event.getLong("address"), event);
                    }
                }
                case "plimsoll.NativeFree" -> blocks.remove(event.getLong("address"));
                case "plimsoll.CallbackRegistered" -> {
                    if (wanted(event, bindings)) {
                        callbacks.put(event.getLong("handle"), event);
                    }
                }
                case "plimsoll.CallbackReleased" -> callbacks.remove(event.getLong("handle"));
                case "jdk.DataLoss" -> throw untold("the flight recorder lost events; let the test do less");
                case "plimsoll.AgentHealth" -> {
                    if (event.getLong("dropped") > 0) {
                        throw untold("more blocks were live than the agent follows; give the JVM more heap");
                    }
                }
                default -> {}
            }
        }
        return new LiveTable(sites(blocks), sites(callbacks));
    }

    long bytes() {
        return blocks.stream().mapToLong(Site::bytes).sum();
    }

    long callbackCount() {
        return callbacks.stream().mapToLong(Site::count).sum();
    }

    private static boolean wanted(RecordedEvent event, Set<String> bindings) {
        return (bindings.isEmpty() || bindings.contains(event.getString("binding"))) && !Frames.loadsClasses(event);
    }

    private static List<Site> sites(Map<Long, RecordedEvent> live) {
        Map<Line, Site> sites = new HashMap<>();
        for (RecordedEvent event : live.values()) {
            List<String> stack = Frames.fromSite(event);
            String binding = event.getString("binding");
            long bytes = event.hasField("bytes") ? event.getLong("bytes") : 0;
            sites.merge(
                    new Line(binding, stack.isEmpty() ? "" : stack.get(0)),
                    new Site(binding, stack, 1, bytes),
                    (a, b) -> new Site(binding, a.stack, a.count + 1, a.bytes + b.bytes));
        }
        List<Site> sorted = new ArrayList<>(sites.values());
        sorted.sort(Comparator.comparingLong(Site::bytes)
                .thenComparingLong(Site::count)
                .reversed());
        return sorted;
    }

    private static IllegalStateException untold(String why) {
        return new IllegalStateException("Whether the test keeps to its native budget cannot be told: " + why + ".");
    }
}

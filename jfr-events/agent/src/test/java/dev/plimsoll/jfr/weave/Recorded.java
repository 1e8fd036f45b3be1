package dev.plimsoll.jfr.weave;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** What the agent recorded, for questions a test asks. */
record Recorded(List<RecordedEvent> events) {

    /**
     * A recorded block and its end.
     *
     * @param cause of its free, null when it was not freed
     */
    record Block(
            long address,
            long bytes,
            String kind,
            @Nullable String ownerClass,
            List<String> frames,
            @Nullable String cause) {}

    static Recorded read(Path file) throws IOException {
        return new Recorded(RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().startsWith("plimsoll."))
                .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
                .toList());
    }

    /** All events of one type, in order. */
    Stream<RecordedEvent> of(String name) {
        return events.stream().filter(event -> event.getEventType().getName().equals("plimsoll." + name));
    }

    /** The blocks of a binding that were taken in the program, in order, each joined to its free. A pooled buffer may
     * begin where its chunk begins, and goes before it. */
    List<Block> blocks(String binding, String program) {
        Map<Long, Integer> live = new HashMap<>();
        Map<Long, Integer> pooled = new HashMap<>();
        List<Block> blocks = new ArrayList<>();
        for (RecordedEvent event : events) {
            String type = event.getEventType().getName();
            if (type.equals("plimsoll.NativeAllocation")
                    && event.getString("binding").equals(binding)) {
                List<String> frames = frames(event);
                if (frames.stream().anyMatch(frame -> frame.startsWith(program + "."))) {
                    (event.getString("kind").equals("pooled") ? pooled : live)
                            .put(event.getLong("address"), blocks.size());
                    blocks.add(new Block(
                            event.getLong("address"),
                            event.getLong("bytes"),
                            event.getString("kind"),
                            event.getString("ownerClass"),
                            frames,
                            null));
                }
            } else if (type.equals("plimsoll.NativeFree")
                    && event.getString("binding").equals(binding)) {
                long address = event.getLong("address");
                Integer index = pooled.containsKey(address) ? pooled.remove(address) : live.remove(address);
                if (index != null) {
                    Block b = blocks.get(index);
                    blocks.set(
                            index,
                            new Block(b.address, b.bytes, b.kind, b.ownerClass, b.frames, event.getString("cause")));
                }
            }
        }
        return blocks;
    }

    static long bytes(List<Block> blocks, Predicate<Block> which) {
        return blocks.stream().filter(which).mapToLong(Block::bytes).sum();
    }

    /** The only block of this size. */
    static Block sized(List<Block> blocks, long bytes) {
        List<Block> found = blocks.stream().filter(b -> b.bytes == bytes).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " blocks of " + bytes + " bytes among " + blocks);
        }
        return found.get(0);
    }

    /** The exact counters as they were last, {@code allocatedBytes}, {@code allocations} or {@code frees}. */
    long total(String binding, String counter) {
        return of("BindingTotals")
                .filter(event -> event.getString("binding").equals(binding))
                .mapToLong(event -> event.getLong(counter))
                .max()
                .orElse(0);
    }

    /** How often native code called a callback, 0 when it was not seen to. */
    long invocations(long handle) {
        return of("CallbackActivity")
                .filter(event -> event.getLong("handle") == handle)
                .mapToLong(event -> event.getLong("invocations"))
                .max()
                .orElse(0);
    }

    /** What went to a graphics driver by function: calls and bytes, as they were last. */
    Map<String, String> uploads() {
        Map<String, String> last = new HashMap<>();
        of("NativeCalls")
                .filter(event -> event.getLong("bytes") > 0)
                .forEach(event -> last.put(
                        event.getString("symbol"), event.getLong("count") + " calls " + event.getLong("bytes")));
        return last;
    }

    /** The last word on a binding: state, version and detail. */
    String coverage(String binding) {
        return of("BindingCoverage")
                .filter(event -> event.getString("binding").equals(binding))
                .max(Comparator.comparing(RecordedEvent::getStartTime))
                .map(event -> event.getString("state") + " " + event.getString("version"))
                .orElse("untold");
    }

    /** The methods of an event's stack, {@code Class.method}, innermost first. */
    static List<String> frames(RecordedEvent event) {
        return event.getStackTrace() == null
                ? List.of()
                : event.getStackTrace().getFrames().stream()
                        .map(frame -> frame.getMethod().getType().getName() + "."
                                + frame.getMethod().getName())
                        .toList();
    }

    /** The misuses, kind and binding, in order. */
    List<String> misuses() {
        return of("Misuse")
                .map(event -> event.getString("kind") + " " + event.getString("binding"))
                .toList();
    }

    /** How many probes failed, as the agent itself says. */
    long errors() {
        return of("AgentHealth")
                .mapToLong(event -> event.getLong("errors"))
                .max()
                .orElse(-1);
    }
}

package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JnaWeaveTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void memoryAndCallbacksAreFollowed(int jdk, @TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                "UsesJna",
                "jna",
                r -> r.of("CallbackReleased").count() == 2
                        && r.of("NativeFree")
                                .anyMatch(e -> e.getString("cause").equals("cleaner")
                                        && e.getString("binding").equals("jna")));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("jna", "UsesJna");

        Block kept = Recorded.sized(blocks, 70_001);
        assertEquals("com.sun.jna.Memory", kept.ownerClass());
        assertEquals("memory", kept.kind());
        assertNull(kept.cause());
        assertEquals("explicit", Recorded.sized(blocks, 12_345).cause());
        assertEquals("cleaner", Recorded.sized(blocks, 23_457).cause());
        List<Block> structure = blocks.stream()
                .filter(b -> b.frames().contains("UsesJna$Point.<init>"))
                .toList();
        assertEquals(run.told("pointSize"), Recorded.bytes(structure, b -> true), structure::toString);
        assertEquals(
                blocks.size(), blocks.stream().map(Block::address).distinct().count(), "no block is told of twice");

        List<RecordedEvent> callbacks = recorded.of("CallbackRegistered")
                .filter(e -> Recorded.frames(e).contains("UsesJna.main"))
                .toList();
        assertEquals(4, callbacks.size(), callbacks::toString);
        assertEquals(
                Set.of("jna UsesJna$$Lambda owner"),
                callbacks.stream()
                        .map(e -> e.getString("binding") + " " + e.getString("targetClass") + " "
                                + e.getString("lifetime"))
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of(callbacks.get(2).getLong("handle"), callbacks.get(3).getLong("handle")),
                recorded.of("CallbackReleased").map(e -> e.getLong("handle")).collect(Collectors.toSet()),
                "the lost ones are released, those that are held are not");
        List<RecordedEvent> misuses = recorded.of("Misuse").toList();
        assertEquals(List.of("callback may be collected too early jna"), recorded.misuses());
        assertEquals(
                callbacks.get(2).getLong("handle"),
                misuses.get(0).getLong("address"),
                "what is called outside the call that got it");

        Set<Long> called = recorded.of("CallbackActivity")
                .filter(e -> e.getLong("invocations") >= 3)
                .map(e -> e.getLong("handle"))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(callbacks.get(0).getLong("handle"), callbacks.get(3).getLong("handle")),
                called,
                "the one that is mapped directly has no method of JNA's in between");
        assertTrue(run.coverage().stream().anyMatch(line -> line.contains("binding=jna state=woven")));
        assertEquals("woven 5.19.0", recorded.coverage("jna"));
        assertTrue(recorded.of("BindingCoverage")
                .anyMatch(event -> event.getString("detail").contains("no calls into libraries")));
        assertEquals(0, recorded.errors());
    }
}

package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedWeaveTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void buffersAreOwnedByTheReturnedBuffer(int jdk, @TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                "MapsFiles",
                "",
                r -> r.of("NativeFree")
                        .anyMatch(e -> e.getString("cause").equals("cleaner")
                                && e.getString("binding").equals("mapped")));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("mapped", "MapsFiles");

        assertEquals(3, blocks.size(), blocks::toString);
        assertEquals(70_001 + 12_345 + 23_457, Recorded.bytes(blocks, b -> true));
        Block kept = Recorded.sized(blocks, 70_001);
        assertEquals("java.nio.DirectByteBuffer", kept.ownerClass());
        assertEquals("file", kept.kind());
        assertNull(kept.cause());
        Block cleaned = Recorded.sized(blocks, 12_345);
        assertEquals("java.nio.DirectByteBufferR", cleaned.ownerClass());
        assertEquals("explicit", cleaned.cause());
        assertEquals("cleaner", Recorded.sized(blocks, 23_457).cause());
        assertEquals(0, kept.address() % 4096, "a mapping begins with a page");
        assertEquals("woven ", recorded.coverage("mapped"));
        assertEquals(0, recorded.errors());
    }

    @Test
    void segmentsAreOwnedByTheSession(@TempDir Path directory) throws Exception {
        Recorded recorded = Watched.run(
                        directory,
                        25,
                        "MapsSegments",
                        "",
                        r -> r.of("OwnerCollected").anyMatch(e -> e.getLong("bytes") == 23_457))
                .recorded();
        List<Block> blocks = recorded.blocks("mapped", "MapsSegments");

        assertEquals(3, blocks.size(), blocks::toString);
        assertEquals("global", Recorded.sized(blocks, 70_001).kind());
        Block closed = Recorded.sized(blocks, 12_345);
        assertEquals("confined", closed.kind());
        assertEquals("arena", closed.cause());
        Block lost = Recorded.sized(blocks, 23_457);
        assertEquals("shared", lost.kind());
        assertNull(lost.cause());
        assertTrue(recorded.of("NativeAllocation")
                .noneMatch(e -> e.getString("binding").equals("ffm") && e.getLong("bytes") == 12_345));
        assertEquals(0, recorded.errors());
    }
}

package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LwjglWeaveTest {

    @ParameterizedTest
    @CsvSource({"17, lwjgl33, 3.3.6", "25, lwjgl33, 3.3.6", "17, lwjgl34, 3.4.1", "25, lwjgl34, 3.4.1"})
    void rootsAndCallbacksAreFollowed(int jdk, String library, String version, @TempDir Path directory)
            throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                library.equals("lwjgl34") && jdk == 25 ? "UsesLwjgl late" : "UsesLwjgl",
                library,
                r -> r.of("OwnerCollected").anyMatch(e -> e.getLong("bytes") == 23_457));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("lwjgl", "UsesLwjgl");

        Block kept = Recorded.sized(blocks, 70_001);
        assertEquals("buffer java.nio.DirectByteBuffer", kept.kind() + " " + kept.ownerClass());
        assertNull(kept.cause());
        Block raw = Recorded.sized(blocks, 12_347);
        assertEquals("raw null", raw.kind() + " " + raw.ownerClass());
        assertNull(raw.cause());
        assertEquals("explicit", Recorded.sized(blocks, 4_004).cause());
        assertEquals("explicit", Recorded.sized(blocks, 17 * 19).cause());
        assertEquals("explicit", Recorded.sized(blocks, 64 * 33).cause());
        assertEquals("realloc", Recorded.sized(blocks, 511).cause());
        Block grown = Recorded.sized(blocks, 1_023);
        assertEquals("buffer java.nio.DirectByteBuffer", grown.kind() + " " + grown.ownerClass());
        assertNull(grown.cause());
        assertEquals("realloc", Recorded.sized(blocks, 2_047).cause());
        assertEquals("explicit", Recorded.sized(blocks, 4_095).cause());
        Block pointers = Recorded.sized(blocks, 77 * 8);
        assertEquals("org.lwjgl.PointerBuffer", pointers.ownerClass());
        assertEquals("explicit", pointers.cause());
        assertNull(Recorded.sized(blocks, 23_457).cause());
        assertEquals(11, blocks.size(), blocks::toString);
        assertEquals(
                List.of(),
                recorded.of("NativeAllocation")
                        .filter(e -> e.getLong("bytes") == 555 || e.getLong("bytes") == 70_001)
                        .filter(e -> !e.getString("binding").equals("lwjgl"))
                        .toList());

        List<RecordedEvent> callbacks = recorded.of("CallbackRegistered")
                .filter(e -> Recorded.frames(e).contains("UsesLwjgl.main"))
                .toList();
        assertEquals(3, callbacks.size(), callbacks::toString);
        for (RecordedEvent callback : callbacks) {
            assertEquals("lwjgl explicit", callback.getString("binding") + " " + callback.getString("lifetime"));
        }
        List<Long> live =
                new ArrayList<>(callbacks.stream().map(e -> e.getLong("handle")).toList());
        recorded.of("CallbackReleased").forEach(e -> live.remove(e.getLong("handle")));
        assertEquals(List.of(run.told("left")), live);
        assertEquals(5 * 7, run.told("answer"));
        boolean late = library.equals("lwjgl34") && jdk == 25;
        assertEquals(late ? 6 : 5, recorded.invocations(callbacks.get(0).getLong("handle")));
        assertEquals(3, recorded.invocations(run.told("left")), "of one object that was registered twice");
        if (late) {
            assertEquals(List.of("callback after release lwjgl", "second close lwjgl"), recorded.misuses());
        } else {
            assertEquals(List.of(), recorded.misuses());
        }
        assertEquals("woven " + version, recorded.coverage("lwjgl"));
        assertEquals(0, recorded.errors());
    }
}

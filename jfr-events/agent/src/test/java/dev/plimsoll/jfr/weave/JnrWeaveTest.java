package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JnrWeaveTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void memoryAndClosuresAreFollowed(int jdk, @TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                "UsesJnr",
                "jnr",
                r -> r.of("CallbackReleased").findAny().isPresent()
                        && r.of("NativeFree")
                                .anyMatch(e -> e.getString("cause").equals("cleaner")
                                        && e.getString("binding").equals("jnr")));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("jnr", "UsesJnr");

        Block kept = Recorded.sized(blocks, 70_001);
        assertEquals("memory jnr.ffi.provider.jffi.AllocatedDirectMemoryIO", kept.kind() + " " + kept.ownerClass());
        assertNull(kept.cause());
        Block raw = Recorded.sized(blocks, 12_345);
        assertEquals("raw explicit", raw.kind() + " " + raw.cause());
        assertEquals("cleaner", Recorded.sized(blocks, 23_457).cause());
        List<Block> pages =
                blocks.stream().filter(b -> b.kind().equals("chunk")).toList();
        assertEquals(1, pages.size(), blocks::toString);
        assertEquals(0, pages.get(0).bytes() % 4096);
        assertEquals(
                "jnr.ffi.provider.jffi.TransientNativeMemory$Sentinel",
                pages.get(0).ownerClass());

        List<RecordedEvent> callbacks = recorded.of("CallbackRegistered")
                .filter(e -> Recorded.frames(e).contains("UsesJnr.main"))
                .toList();
        assertEquals(2, callbacks.size(), callbacks::toString);
        assertEquals("jnr owner UsesJnr$$Lambda", text(callbacks.get(0)));
        assertEquals("jnr owner UsesJnr$$Lambda", text(callbacks.get(1)));
        assertEquals(
                List.of(callbacks.get(1).getLong("handle")),
                recorded.of("CallbackReleased").map(e -> e.getLong("handle")).toList());
        assertEquals(
                List.of(run.told("lasting"), run.told("lost")),
                callbacks.stream()
                        .map(registered -> recorded.invocations(registered.getLong("handle")))
                        .toList());
        assertEquals(List.of(), recorded.misuses(), "a closure that is called only in the call that got it may go");
        assertEquals("woven 2.2.17", recorded.coverage("jnr"));
        assertEquals(0, recorded.errors());
    }

    private static String text(RecordedEvent callback) {
        return callback.getString("binding") + " " + callback.getString("lifetime") + " "
                + callback.getString("targetClass");
    }
}

package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkijaWeaveTest {

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void objectsThatOwnNativeOnesAreFollowed(int jdk, @TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                "UsesSkija",
                "skija",
                r -> r.of("NativeFree")
                        .anyMatch(e -> e.getString("cause").equals("cleaner")
                                && e.getString("binding").equals("skija")));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("skija", "UsesSkija");

        assertEquals(List.of("live"), ends(blocks, "Paint", "explicit"));
        assertEquals(List.of("explicit"), ends(blocks, "Surface", ""));
        assertEquals(List.of("live", "explicit"), ends(blocks, "Image", ""), "one native image, two owners");
        assertEquals(List.of("cleaner"), ends(blocks, "Bitmap", ""));
        assertTrue(blocks.stream().allMatch(b -> b.kind().equals("handle") && b.bytes() == 0), blocks::toString);
        assertEquals("woven 0.143.17", recorded.coverage("skija"));
        assertEquals(0, recorded.errors());
    }

    /** How those of a class ended, in order, without those that ended in a certain way. */
    private static List<String> ends(List<Block> blocks, String owner, String without) {
        return blocks.stream()
                .filter(b -> ("io.github.humbleui.skija." + owner).equals(b.ownerClass()))
                .map(b -> b.cause() == null ? "live" : b.cause())
                .filter(end -> !end.equals(without))
                .toList();
    }
}

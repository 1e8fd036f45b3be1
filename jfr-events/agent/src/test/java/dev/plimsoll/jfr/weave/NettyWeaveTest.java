package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.weave.Recorded.Block;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NettyWeaveTest {

    /** Where Netty takes its memory from is a matter of the JDK, of options, and of its version. */
    @ParameterizedTest
    @CsvSource({
        "17, netty41, 4.1.128.Final, java.nio, ''",
        "17, netty41, 4.1.128.Final, Unsafe, "
                + "--add-opens=java.base/java.nio=ALL-UNNAMED -Dio.netty.tryReflectionSetAccessible=true",
        "25, netty41, 4.1.128.Final, any, ''",
        "17, netty42, 4.2.7.Final, java.nio, ''",
        "17, netty42, 4.2.7.Final, Unsafe, "
                + "--add-opens=java.base/java.nio=ALL-UNNAMED -Dio.netty.tryReflectionSetAccessible=true",
        "25, netty42, 4.2.7.Final, arenas, ''",
        "25, netty42, 4.2.7.Final, malloc, --enable-native-access=ALL-UNNAMED",
        "25, netty42, 4.2.7.Final, Unsafe, "
                + "--sun-misc-unsafe-memory-access=allow -Dio.netty.noUnsafe=false "
                + "--add-opens=java.base/java.nio=ALL-UNNAMED -Dio.netty.tryReflectionSetAccessible=true"
    })
    void oneBlockIsOneChunkOrBuffer(
            int jdk, String library, String version, String source, String options, @TempDir Path directory)
            throws Exception {
        boolean adaptive = library.equals("netty42") && !source.equals("java.nio");
        Watched run = Watched.run(
                directory,
                jdk,
                adaptive ? "UsesNetty io.netty.buffer.AdaptiveByteBufAllocator" : "UsesNetty",
                library,
                r -> lost(r, 4_561) && (!adaptive || lost(r, 4_562)),
                options.isEmpty() ? new String[0] : options.split(" "));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("netty", "UsesNetty");
        List<Block> pooled =
                blocks.stream().filter(b -> b.kind().equals("pooled")).toList();
        List<Block> memory =
                blocks.stream().filter(b -> !b.kind().equals("pooled")).toList();

        checkPooled(pooled, 1, "io.netty.buffer.Pooled");
        if (adaptive) {
            checkPooled(pooled, 2, "io.netty.buffer.AdaptivePoolingAllocator$AdaptiveByteBuf");
        }
        Predicate<Block> chunk = b -> b.kind().equals("chunk");
        assertTrue(
                memory.stream().anyMatch(chunk.and(b -> b.bytes() == 4 << 20 && b.cause() == null)), memory::toString);
        Block huge = Recorded.sized(memory, 9_000_001);
        assertEquals("chunk", huge.kind());
        assertTrue(List.of("explicit", "arena").contains(String.valueOf(huge.cause())), huge::toString);
        Block kept = Recorded.sized(memory, 33_333);
        assertEquals("buffer", kept.kind());
        assertNull(kept.cause());
        assertEquals(owner(source, jdk), String.valueOf(kept.ownerClass()));
        String grown = String.valueOf(Recorded.sized(memory, 44_441).cause());
        assertEquals(run.told("noCleaner") == 1 ? "realloc" : source.equals("arenas") ? "arena" : "explicit", grown);
        assertTrue(List.of("explicit", "arena")
                .contains(String.valueOf(Recorded.sized(memory, 55_551).cause())));
        if (run.told("unsafe") == 1) {
            assertEquals("raw", Recorded.sized(memory, 66_667).kind());
        }
        assertEquals(
                List.of(),
                recorded.of("NativeAllocation")
                        .filter(e -> List.of(4L << 20, 9_000_001L, 33_333L, 44_441L, 55_551L, 66_667L)
                                .contains(e.getLong("bytes")))
                        .filter(e -> !e.getString("binding").equals("netty"))
                        .toList(),
                "no other binding tells of the same blocks");
        assertEquals(
                Recorded.bytes(memory, b -> true) + beforeMain(recorded),
                recorded.total("netty", "allocatedBytes"),
                "pooled buffers are in no sum");

        assertEquals(2, run.told("refused"));
        assertEquals(List.of("second close netty", "use after close netty"), recorded.misuses());
        assertEquals("woven " + version, recorded.coverage("netty"));
        assertEquals(0, recorded.errors());
    }

    private static boolean lost(Recorded recorded, long bytes) {
        return recorded.of("OwnerCollected").anyMatch(e -> e.getLong("bytes") == bytes);
    }

    private static void checkPooled(List<Block> pooled, int n, String owner) {
        Block kept = Recorded.sized(pooled, 1_000 + n);
        assertTrue(String.valueOf(kept.ownerClass()).startsWith(owner), kept::toString);
        assertNull(kept.cause());
        assertEquals("explicit", Recorded.sized(pooled, 12_340 + n).cause());
        assertEquals("realloc", Recorded.sized(pooled, 2_000 + n).cause());
        assertEquals("explicit", Recorded.sized(pooled, 70_000 + n).cause());
        assertEquals("explicit", Recorded.sized(pooled, 9_000_000 + n).cause());
        assertNull(Recorded.sized(pooled, 4_560 + n).cause());
        assertTrue(pooled.stream().noneMatch(b -> b.bytes() == 3_000 + n), "a heap buffer is not native");
    }

    private static String owner(String source, int jdk) {
        return switch (source) {
            case "arenas" -> "jdk.internal.foreign.SharedSession";
            case "malloc" -> "io.netty.util.internal.CleanerJava24Linker$CleanableDirectBufferImpl";
            default -> "java.nio.DirectByteBuffer";
        };
    }

    /** What Netty takes in threads of its own. */
    private static long beforeMain(Recorded recorded) {
        return recorded.of("NativeAllocation")
                .filter(e -> e.getString("binding").equals("netty")
                        && !e.getString("kind").equals("pooled")
                        && Recorded.frames(e).stream().noneMatch(f -> f.startsWith("UsesNetty.")))
                .mapToLong(e -> e.getLong("bytes"))
                .sum();
    }
}

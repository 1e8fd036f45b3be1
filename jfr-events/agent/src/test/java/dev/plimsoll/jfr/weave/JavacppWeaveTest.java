package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.plimsoll.jfr.weave.Recorded.Block;
import dev.plimsoll.testing.Tools;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavacppWeaveTest {

    /** JavaCPP's builder makes the native side of the program's own classes: no released library has so small a one. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void callsOfFunctionPointersAreCounted(int jdk, @TempDir Path directory) throws Exception {
        Tools.find("g++");
        Watched run = Watched.run(directory, jdk, "UsesFunctionPointers", "javacpp", r -> true);
        Recorded recorded = run.recorded();
        List<RecordedEvent> callbacks = recorded.of("CallbackRegistered")
                .filter(e -> Recorded.frames(e).contains("UsesFunctionPointers.main"))
                .toList();
        assertEquals(
                List.of(run.told("kept"), run.told("closed"), run.told("plain")),
                callbacks.stream().map(e -> e.getLong("handle")).toList());
        assertEquals(run.told("keptCalls"), recorded.invocations(run.told("kept")));
        assertEquals(run.told("closedCalls"), recorded.invocations(run.told("closed")));
        assertEquals(run.told("plainCalls"), recorded.invocations(run.told("plain")));
        assertEquals(
                List.of(run.told("closed")),
                recorded.of("CallbackReleased").map(e -> e.getLong("handle")).toList());
        assertEquals("woven 1.5.12", recorded.coverage("javacpp"));
        assertEquals(0, recorded.errors());
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void pointersAreFollowed(int jdk, @TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                jdk,
                "UsesJavacpp",
                "javacpp",
                r -> r.of("NativeFree")
                        .anyMatch(e -> e.getString("cause").equals("cleaner")
                                && e.getString("binding").equals("javacpp")));
        Recorded recorded = run.recorded();
        List<Block> blocks = recorded.blocks("javacpp", "UsesJavacpp");

        Block kept = Recorded.sized(blocks, 70_001);
        assertEquals("pointer org.bytedeco.javacpp.BytePointer", kept.kind() + " " + kept.ownerClass());
        assertNull(kept.cause());
        assertEquals("explicit", Recorded.sized(blocks, 4 * 1_001).cause());
        assertEquals("explicit", Recorded.sized(blocks, 8 * 555).cause());
        Block lost = Recorded.sized(blocks, 8 * 3_003);
        assertEquals("org.bytedeco.javacpp.DoublePointer", lost.ownerClass());
        assertEquals("cleaner", lost.cause());
        assertEquals(5, blocks.size(), blocks::toString);
        assertEquals(
                recorded.total("javacpp", "allocations") - 1,
                recorded.total("javacpp", "frees"),
                "only what is kept is left");
        assertEquals(List.of("second close javacpp"), recorded.misuses(), "a scope that closes what is closed is none");
        assertEquals("woven 1.5.12", recorded.coverage("javacpp"));
        assertEquals(0, recorded.errors());
    }
}

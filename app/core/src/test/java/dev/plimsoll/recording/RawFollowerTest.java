package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.event.raw.RawRows;
import dev.plimsoll.event.raw.RawType;
import dev.plimsoll.recording.chunk.RawFile;
import dev.plimsoll.recording.chunk.RawFollower;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Events followed as they come are those of the recording that is saved at the end, field for field.
class RawFollowerTest {

    private static final String TYPE = "plimsoll.NativeAllocation";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path dir;

    private static String row(RawRows rows, int row) {
        StringBuilder text = new StringBuilder();
        for (int field = 0; field < rows.fields().size(); field++) {
            text.append(RawEqualityTest.text(rows, row, field)).append('|');
        }
        return text.toString();
    }

    private static List<String> texts(RawRows rows) {
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            texts.add(row(rows, row));
        }
        return texts;
    }

    /// Looks until so many events were there.
    private static RawRows await(RawFollower follower, ChunkKeeper keeper, long count) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            follower.read(keeper.files(), done -> true);
            RawRows rows = follower.rows();
            if (rows != null && rows.first() + rows.size() >= count) {
                return rows;
            }
            assertTrue(Instant.now().isBefore(deadline), () -> (rows == null ? 0 : rows.size()) + " of " + count);
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void acrossARotationAndUpToAKill(int jdk) throws Exception {
        Path saved = dir.resolve("saved.jfr");
        try (Emitter emitter = Emitter.start(jdk, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.EPOCH);
                RawFollower follower = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable());
                RawFollower late = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable())) {
            RawRows first =
                    await(follower, keeper, emitter.run("allocate 501 0").blocks());
            List<String> then = texts(first);
            await(follower, keeper, emitter.run("deep 130").blocks());
            emitter.run("rotate");
            emitter.run("gc");
            long all = emitter.run("allocate 5003 0").blocks();
            await(follower, keeper, all);
            emitter.process.destroyForcibly().waitFor();
            RawRows rows = await(follower, keeper, all);
            keeper.save(saved);

            assertEquals(then, texts(first), "what was given stays as it was");
            assertEquals(then, texts(rows).subList(0, 501));
            assertTrue(rows.continues(first));
            try (RawFile file = RawFile.open(saved)) {
                assertEquals(texts(file.rows(TYPE, Long.MAX_VALUE, done -> true)), texts(rows));
                List<RawType> types = follower.types();
                assertEquals(file.types(done -> true), types);
                assertEquals(
                        all,
                        types.stream()
                                .filter(type -> type.name().equals(TYPE))
                                .findFirst()
                                .orElseThrow()
                                .events());
            }
            assertEquals(texts(rows), texts(await(late, keeper, all)), "whoever comes later sees the same");
            assertNull(rows.problem());
        }
    }

    @Test
    void theNewestAreKeptWhereThereIsNoRoomForAll() throws Exception {
        long room = 200_000;
        try (Emitter emitter = Emitter.start(25, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.EPOCH);
                RawFollower all = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable());
                RawFollower follower = new RawFollower(TYPE, room, new StackTable())) {
            for (int i = 0; i < 5; i++) {
                long count = emitter.run("allocate 9001 0").blocks();
                RawRows every = await(all, keeper, count);
                RawRows rows = await(follower, keeper, count);
                long open = 8L * 4_096 * rows.fields().size();
                assertTrue(rows.bytes() <= room + open, rows.bytes() + " bytes");
                assertEquals(count, rows.first() + rows.size());
                assertEquals(texts(every).subList((int) rows.first(), (int) count), texts(rows));
            }
            RawRows last = Objects.requireNonNull(follower.rows());
            assertTrue(last.first() > 0);
            assertTrue(last.size() > 4_096, last.size() + " rows");
        }
    }

    @Test
    void whoeverComesLateSeesTheNewestOfManyChunks() throws Exception {
        long room = 150_000;
        try (Emitter emitter = Emitter.start(25, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.EPOCH);
                RawFollower all = new RawFollower(TYPE, Long.MAX_VALUE, new StackTable());
                RawFollower late = new RawFollower(TYPE, room, new StackTable())) {
            long count = 0;
            for (int i = 0; i < 4; i++) {
                emitter.run("allocate 7001 0");
                emitter.run("rotate");
                count = emitter.run("allocate 3 0").blocks();
            }
            RawRows every = await(all, keeper, count);
            RawRows rows = await(late, keeper, count);
            assertTrue(rows.first() > 0 && rows.size() > 3, rows.first() + " before " + rows.size());
            assertEquals(count, rows.first() + rows.size());
            assertEquals(texts(every).subList((int) rows.first(), (int) count), texts(rows));
            assertEquals(all.types(), late.types());
            count = emitter.run("allocate 501 0").blocks();
            RawRows more = await(late, keeper, count);
            assertTrue(more.continues(rows));
            assertEquals(texts(await(all, keeper, count)).subList((int) more.first(), (int) count), texts(more));
        }
    }

    @Test
    void withoutATypeItTellsWhichThereAre() throws Exception {
        try (Emitter emitter = Emitter.start(25, dir, true);
                ChunkKeeper keeper = ChunkKeeper.start(emitter.repository, Instant.EPOCH);
                RawFollower follower = new RawFollower("", 0, new StackTable())) {
            emitter.run("allocate 7 0");
            Instant deadline = Instant.now().plus(PATIENCE);
            while (follower.types().stream().noneMatch(type -> type.name().equals(TYPE) && type.events() == 7)) {
                follower.read(keeper.files(), done -> true);
                assertTrue(
                        Instant.now().isBefore(deadline), () -> follower.types().toString());
            }
            assertNull(follower.rows());
            assertNotNull(follower.types().getFirst().label());
        }
    }
}

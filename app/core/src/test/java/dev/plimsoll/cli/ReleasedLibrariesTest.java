package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plimsoll.target.ChildJvm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Leaks that were released to Maven Central, each named at its line by `record` and `report`. All are recorded at the
/// same time: whether something grows takes 20 seconds to say, each time.
final class ReleasedLibrariesTest {

    private static final Path LIBRARIES =
            Path.of(System.getProperty("plimsoll.root"), "jfr-events/agent/target/released");

    @TempDir
    private Path folder;

    @Test
    void theirLeaksAreNamedAtTheRightLine() throws Exception {
        List<ChildJvm> children = new ArrayList<>();
        List<Process> recorders = new ArrayList<>();
        try {
            for (Case one : Case.values()) {
                ChildJvm child = ChildJvm.with(one.jars(), one.jdk, one.source(), "-Xmx256m");
                children.add(child);
                recorders.add(new Cli()
                        .start(
                                "record",
                                "" + child.pid(),
                                "-d",
                                "25s",
                                "-o",
                                folder.resolve(one + ".jfr").toString(),
                                "--exact"));
            }
            for (Process recorder : recorders) {
                Cli.Result result = Cli.finish(recorder);
                assertEquals(0, result.code(), result.err());
            }
        } finally {
            recorders.forEach(Process::destroyForcibly);
            children.forEach(ChildJvm::close);
        }

        JsonObject rocks = finding(Case.ROCKSDB, "leak, proven");
        assertNotNull(rocks, () -> "" + report(Case.ROCKSDB));
        assertEquals("rocksdb LeaksRocksdb.read:" + Case.ROCKSDB.line("// here"), site(rocks));
        assertTrue(rocks.get("evidence").toString().contains("org.rocksdb.ReadOptions"), rocks::toString);
        assertEquals(
                1,
                report(Case.ROCKSDB).getAsJsonArray("findings").size(),
                "what is closed is not blamed: " + report(Case.ROCKSDB));

        JsonObject hdr = finding(Case.HDR, "released late");
        assertNotNull(hdr, () -> "" + report(Case.HDR));
        assertEquals("zip org.HdrHistogram.AbstractHistogram.decodeFromCompressedByteBuffer:2016", site(hdr));
        assertEquals(null, finding(Case.HDR_CLEAN, "released late"));
        assertFalse(named(report(Case.HDR_CLEAN), "bindings", "name", "zip").isEmpty(), "2.1.9 inflates, too");

        JsonObject nuklear = finding(Case.NUKLEAR, "leak, likely");
        assertNotNull(nuklear, () -> "" + report(Case.NUKLEAR));
        assertEquals("lwjgl LeaksNuklear.frame:" + Case.NUKLEAR.line("// here"), site(nuklear));
        assertTrue(nuklear.get("blocks").getAsLong() > 100, nuklear::toString);
    }

    /// A library with a leak, and a program of `targets` that meets it over and over.
    private enum Case {
        ROCKSDB("rocksdb", "LeaksRocksdb", 17),
        HDR("hdr", "LeaksHdr", 25),
        HDR_CLEAN("hdr-clean", "LeaksHdr", 17),
        NUKLEAR("nuklear", "LeaksNuklear", 25);

        private final String library;
        private final String program;
        private final int jdk;

        Case(String library, String program, int jdk) {
            this.library = library;
            this.program = program;
            this.jdk = jdk;
        }

        List<Path> jars() throws IOException {
            try (Stream<Path> jars = Files.list(LIBRARIES.resolve(library))) {
                return jars.sorted().toList();
            }
        }

        String source() throws IOException {
            try (InputStream in = ReleasedLibrariesTest.class.getResourceAsStream("/targets/" + program + ".java")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }

        /// The number of the line with this mark.
        long line(String mark) throws IOException {
            return 1 + source().lines().takeWhile(line -> !line.contains(mark)).count();
        }
    }

    private JsonObject report(Case one) {
        try {
            Cli.Result result = Cli.run("report", folder.resolve(one + ".jfr").toString(), "--json");
            assertEquals(0, result.code(), result.err());
            return JsonParser.parseString(result.out()).getAsJsonObject();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable JsonObject finding(Case one, String verdict) {
        List<JsonObject> found = named(report(one), "findings", "verdict", verdict);
        return found.isEmpty() ? null : found.getFirst();
    }

    private static String site(JsonObject finding) {
        return finding.get("binding").getAsString() + " " + finding.get("frame").getAsString();
    }

    private static List<JsonObject> named(JsonObject report, String array, String key, String value) {
        List<JsonObject> found = new ArrayList<>();
        for (JsonElement element : report.getAsJsonArray(array)) {
            if (element.getAsJsonObject().get(key).getAsString().equals(value)) {
                found.add(element.getAsJsonObject());
            }
        }
        return found;
    }
}

package renderer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The renderer in a JVM of its own: each scenario makes its faults and no others.
final class RendererTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void scenarioMakesItsFaultsAndNoOthers(Scenario scenario) throws Exception {
        // 720 frames bring 72 chunks: more than the world and the cache hold.
        Map<String, long[]> account = account(run(scenario.word(), "--frames", "720"));

        long[] textures = row(account, "renderer.TextureCache.upload");
        assertEquals(scenario.has(Fault.ARENA), textures[4] > 0, "arenas forgotten");
        assertEquals(!scenario.has(Fault.ARENA), textures[2] > 0, "arenas closed");
        long[] meshes = row(account, "renderer.MeshLoader.load");
        assertEquals(scenario.has(Fault.BUFFERS), meshes[4] > 0, "direct buffers forgotten");
        long[] glyphs = row(account, "renderer.GlyphCache.glyph");
        assertEquals(scenario.has(Fault.MAP), glyphs[1] > 60, "glyphs kept: " + glyphs[1]);
        long[] callbacks = row(account, "renderer.DrawSorter.sort");
        assertEquals(720, callbacks[1], "callbacks registered");
        assertEquals(scenario.has(Fault.CALLBACKS) ? 720 : 0, callbacks[5], "callbacks forgotten");
        assertEquals(scenario.has(Fault.CALLBACKS) ? 0 : 720, callbacks[3], "callbacks released");
        long[] uniforms = row(account, "renderer.UniformRing.write");
        assertEquals(uniforms[0], uniforms[2], "uniforms given back");
        assertEquals(uniforms[1], uniforms[3], "uniforms given back");
    }

    @Test
    void endsWithItsParent() throws Exception {
        Process parent = new ProcessBuilder(java(), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(parent.waitFor(60, TimeUnit.SECONDS));

        account(run("healthy", "--parent", Long.toString(parent.pid())));
    }

    @Test
    void anUnknownScenarioIsOneLine() throws Exception {
        Process renderer = start("nosuch");
        String words = new String(renderer.getErrorStream().readAllBytes());

        assertEquals(2, renderer.waitFor());
        assertEquals(1, words.lines().count(), words);
        assertTrue(words.contains("callbacks, arena, buffers, map or healthy"), words);
    }

    private static List<String> run(String... args) throws IOException, InterruptedException {
        Process renderer = start(args);
        List<String> lines = new ArrayList<>();
        try (var out = renderer.inputReader()) {
            out.lines().forEach(lines::add);
        }
        assertTrue(renderer.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, renderer.exitValue(), () -> String.join("\n", lines));
        assertTrue(lines.getFirst().startsWith("renderer: pid " + renderer.pid()), lines.getFirst());
        return lines;
    }

    private static Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx128m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "renderer.Main"));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).start();
    }

    private static String java() {
        return Jdks.java(25).toString();
    }

    private static long[] row(Map<String, long[]> account, String site) {
        return java.util.Objects.requireNonNull(account.get(site), () -> "no account of " + site);
    }

    /// By site: allocated bytes, allocations, released bytes, releases, forgotten bytes, forgotten.
    private static Map<String, long[]> account(List<String> lines) {
        Map<String, long[]> account = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t");
            if (cells.length == 8 && !cells[0].equals("kind")) {
                long[] figures = new long[6];
                for (int i = 0; i < figures.length; i++) {
                    figures[i] = Long.parseLong(cells[i + 2]);
                }
                account.put(cells[1], figures);
            }
        }
        assertEquals(8, account.size(), () -> "account in " + lines);
        return account;
    }
}

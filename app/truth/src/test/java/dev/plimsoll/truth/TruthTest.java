package dev.plimsoll.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.testing.Jdks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few of the programs, all at the same time, with a collection of the whole heap each second so that a proof comes
/// sooner, judged at every second of the recording: what is said and taken back was wrong. All of them are run by the
/// command in the README.
final class TruthTest {

    /// Whether something grows takes 20 seconds to say.
    private static final int SECONDS = 25;

    private static final Map<Integer, Set<String>> CASES = Map.of(
            25,
            Set.of(
                    "gallery.LostArenas on 25",
                    "gallery.ListenerLost on 25",
                    "gallery.ComparatorPerSort on 25",
                    "gallery.ArenaPerRequest on 25",
                    "gallery.AutoArenas on 25"),
            17,
            Set.of("shop.KeptBuffers on 17", "shop.WarmCache on 17", "shop.Sessions on 17"));

    @TempDir
    private Path folder;

    @Test
    void answersAreRightAtEverySecond() throws Exception {
        Set<String> names = CASES.entrySet().stream()
                .filter(cases -> Jdks.find(cases.getKey()).isPresent())
                .flatMap(cases -> cases.getValue().stream())
                .collect(Collectors.toSet());
        Path root = Path.of(System.getProperty("plimsoll.root"));
        Suite suite = new Suite(root, folder, names.size(), List.of("-Dgc=1"));
        List<Outcome> outcomes = suite.run(names::contains, SECONDS, outcome -> {});
        assertEquals(names.size(), outcomes.size());
        String all = outcomes.stream().map(Outcome::line).collect(Collectors.joining("\n"));
        for (Outcome outcome : outcomes) {
            assertTrue(outcome.right(), all);
            assertEquals(Set.of(), outcome.alarms(), all);
        }
        CASES.keySet().forEach(Jdks::home);
    }

    @Test
    void intervalsAreWilsons() {
        // Newcombe, Statistics in Medicine 17, 1998, table I: 81 of 263 and 0 of 20.
        assertEquals(0.2553, new Wilson(81, 263).low(), 5e-5);
        assertEquals(0.3662, new Wilson(81, 263).high(), 5e-5);
        assertEquals(0, new Wilson(0, 20).low(), 1e-9);
        assertEquals(0.1611, new Wilson(0, 20).high(), 5e-5);
    }
}

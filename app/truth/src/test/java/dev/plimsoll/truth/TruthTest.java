package dev.plimsoll.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.testing.Jdks;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A few of the programs, for a few seconds, with a collection of the whole heap each second so that a verdict comes
/// sooner. All of them are run by the command in the README.
final class TruthTest {

    private static final int SECONDS = 11;

    private static final Set<String> ON_25 = Set.of(
            "gallery.LostArenas on 25",
            "gallery.ListenerLost on 25",
            "gallery.ComparatorPerSort on 25",
            "gallery.ArenaPerRequest on 25",
            "gallery.AutoArenas on 25");

    private static final Set<String> ON_17 =
            Set.of("shop.KeptBuffers on 17", "shop.WarmCache on 17", "shop.Sessions on 17");

    @TempDir
    private Path folder;

    @Test
    void answersAreRightOn25() throws Exception {
        answersAreRight(25, ON_25);
    }

    @Test
    void answersAreRightOn17() throws Exception {
        answersAreRight(17, ON_17);
    }

    private void answersAreRight(int jdk, Set<String> names) throws Exception {
        Jdks.java(jdk);
        Path root = Path.of(System.getProperty("plimsoll.root"));
        Suite suite = new Suite(root, folder, 3, List.of("-Dgc=1"));
        List<Outcome> outcomes = suite.run(names::contains, SECONDS, outcome -> {});
        assertEquals(names.size(), outcomes.size());
        String all = outcomes.stream().map(Outcome::line).collect(Collectors.joining("\n"));
        // Alarms that were taken back are a matter of the suite's counts: on a busy machine a cache that fills may look
        // like a leak for a second.
        for (Outcome outcome : outcomes) {
            assertTrue(outcome.right(), all);
        }
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

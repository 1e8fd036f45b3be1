package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.FreeCause;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A line in a library that no list knows: all callers take through it.
final class CallersTest {

    private static final String LIBRARY = "org.engine.core.Page.map:133 < org.engine.Reader.open:20 < ";

    private final Trial trial = new Trial();

    /// The words about the caller in the one finding.
    private List<String> told(String words) {
        List<Finding> findings = trial.judge().findings();
        assertEquals(1, findings.size(), findings.toString());
        assertEquals("org.engine.core.Page.map:133", findings.getFirst().frame().label());
        return findings.getFirst().evidenceWords().stream()
                .filter(line -> line.contains(words))
                .toList();
    }

    @Test
    void theCallerThatForgetsIsToldFromTheOthers() {
        trial.every(0.05, 30, 99, now -> {
            for (int i = 0; i < 3; i++) {
                String caller = LIBRARY + "acme.Search.find:3" + i + " < acme.Main.main:7";
                trial.free(trial.allocate(caller, 500, "malloc"), FreeCause.EXPLICIT);
            }
            trial.allocate(LIBRARY + "acme.Search.suggest:41 < acme.Main.main:9", 500, "malloc");
        });
        assertEquals(
                List.of("479 of 479 recorded blocks that stay were taken on the way through acme.Search.suggest:41,"
                        + " which takes 25 % of all blocks of this line."),
                told(" on the way through "));
    }

    @Test
    void handlesWithoutASizeAreToldApartToo() {
        trial.every(0.05, 30, 99, now -> {
            for (int i = 0; i < 3; i++) {
                trial.free(trial.allocate(LIBRARY + "acme.Search.find:30", 0, "handle"), FreeCause.EXPLICIT);
            }
            long lost = trial.allocate(LIBRARY + "acme.Search.suggest:41", 0, "handle");
            trial.ownerGone(lost);
        });
        assertTrue(told("on the way through").getFirst().contains("acme.Search.suggest:41"));
    }

    @Test
    void theCallerThatTakesLeastIsNamedAndNotAnInnerOneOfTheLibrary() {
        String inner = "org.engine.core.Page.map:133 < org.engine.Compound.open:78 < ";
        trial.every(0.05, 30, 99, now -> {
            for (int i = 0; i < 3; i++) {
                trial.free(trial.allocate(LIBRARY + "acme.Search.find:30", 500, "malloc"), FreeCause.EXPLICIT);
            }
            trial.free(trial.allocate(inner + "acme.Search.find:30", 500, "malloc"), FreeCause.EXPLICIT);
            trial.allocate(inner + "acme.Search.suggest:41", 500, "malloc");
        });
        assertTrue(told("on the way through").getFirst().contains("acme.Search.suggest:41, which takes 20 %"));
    }

    /// Readers that are closed, maps that only wait for the GC, and a few that are lost.
    private void search(double now) {
        for (int i = 0; i < 3; i++) {
            trial.free(trial.allocate(LIBRARY + "acme.Mixed.find:3" + i, 500, "buffer"), FreeCause.EXPLICIT);
        }
        trial.allocate(LIBRARY + "acme.Mixed.search:30", 500, "buffer");
        if (Math.round(now * 20) % 20 == 0) {
            trial.allocate(LIBRARY + "acme.Mixed.suggest:41", 500, "buffer");
        }
    }

    @Test
    void whatMayOnlyWaitForTheGcAccusesNoCaller() {
        trial.every(0.05, 40, 1, this::search);
        assertEquals(List.of(), told("through"));
    }

    @Test
    void whatOutlivedACollectionOfTheWholeHeapTellsTheCaller() {
        trial.every(0.05, 30, 1, now -> {
            trial.free(trial.allocate(LIBRARY + "acme.Mixed.find:30", 500, "buffer"), FreeCause.EXPLICIT);
            trial.allocate(LIBRARY + "acme.Mixed.suggest:41", 500, "buffer");
            if (Math.round(now * 20) == 20 * 20) {
                trial.gc(false);
            }
        });
        assertEquals(
                List.of("399 of 399 recorded blocks that stay were taken on the way through acme.Mixed.suggest:41,"
                        + " which takes 50 % of all blocks of this line."),
                told("on the way through"));
    }

    @Test
    void readersInUseHideNoLostOne() {
        ArrayDeque<Long> open = new ArrayDeque<>();
        trial.every(0.05, 40, 1, now -> {
            open.add(trial.allocate(LIBRARY + "acme.Search.find:30", 500, "shared"));
            if (open.size() > 300) {
                trial.free(open.remove(), FreeCause.ARENA);
            }
            if (Math.round(now * 20) % 20 == 0 && now < 30) {
                trial.ownerGone(trial.allocate(LIBRARY + "acme.Search.suggest:41", 500, "shared"));
            }
        });
        assertTrue(told("on the way through").getFirst().startsWith("29 of 29 recorded blocks"), told("").toString());
    }

    @Test
    void aLoneCallerIsNamedWhereTheProgramIsKnown() {
        trial.every(0.05, 30, 99, now -> {
            trial.allocate(LIBRARY + "acme.Search.find:30 < acme.Main.main:7", 500, "malloc");
        });
        assertEquals(List.of(), told("on the way through"));
        assertEquals(List.of("The program came there through acme.Search.find:30."), told("The program came"));
    }

    @Test
    void ofAProgramThatTakesByItselfNothingIsSaid() {
        trial.every(0.05, 30, 99, now -> {
            trial.allocate("org.engine.core.Page.map:133 < org.engine.Main.main:7", 500, "malloc");
        });
        assertEquals(List.of(), told("through"));
    }

    @Test
    void callersThatAllForgetAreNotAccusedOneByOne() {
        trial.every(0.05, 30, 99, now -> {
            for (int i = 0; i < 3; i++) {
                trial.allocate(LIBRARY + "acme.Search.find:3" + i, 500, "malloc");
            }
        });
        assertEquals(List.of(), told("through"));
    }
}

package dev.plimsoll.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.SiteKey;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Evidence leads to what it speaks of, in the session's own ids.
final class EvidenceDoorsTest {

    private final Trial trial = new Trial();

    @Test
    void aDeadOwnerLeadsToItsBlocksAndToTheCollectionThatTookIt() {
        ArrayDeque<Long> dropped = new ArrayDeque<>();
        trial.every(0.1, 4, 2, now -> dropped.add(trial.allocate("app.Cache.upload:41", 97, "shared")));
        dropped.forEach(trial::ownerGone);
        trial.every(0.1, 9, 0.9, now -> {});
        Finding finding = trial.judge().findings().getFirst();
        SiteKey line = new SiteKey("ffm", trial.stack("app.Cache.upload:41"));
        assertEquals(new Door.Blocks(line), door(finding, 0));
        Door.Cycle cycle = assertInstanceOf(Door.Cycle.class, door(finding, 1));
        long began = trial.timeline().cycles().stream()
                .filter(known -> known.gcId() == cycle.gcId())
                .findFirst()
                .orElseThrow()
                .start();
        assertTrue(began <= trial.time() - 4_000_000_000L, "it is not a collection of the time after the death");
    }

    @Test
    void growthLeadsToTheTimeInWhichTheLineGrew() {
        trial.every(0.05, 26, 2, now -> trial.allocate("app.Glyphs.rasterize:49", 12_544, "buffer"));
        Finding finding = trial.judge().findings().getFirst();
        Door.Stretch stretch = assertInstanceOf(Door.Stretch.class, door(finding, 0));
        SiteKey line = new SiteKey("ffm", trial.stack("app.Glyphs.rasterize:49"));
        assertEquals(line, stretch.site());
        assertTrue(
                stretch.from() >= trial.timeline().start()
                        && stretch.to() <= trial.timeline().end(),
                stretch.toString());
        assertTrue(stretch.to() - stretch.from() > 20_000_000_000L, stretch.toString());
        assertEquals(new Door.Blocks(line), door(finding, finding.evidence().size() - 1));
    }

    @Test
    void aCallbackLeadsToTheNewestThatIsLive() {
        long[] newest = new long[1];
        trial.every(0.016, 24, 99, now -> newest[0] = trial.register("app.Sorter.register:62"));
        Finding finding = trial.judge().findings().getFirst();
        assertEquals(new Door.Callback(newest[0]), door(finding, 0));
        assertEquals(new Door.Flame(new SiteKey("ffm", trial.stack("app.Sorter.register:62"))), door(finding, 1));
    }

    @Test
    void aWrongCallLeadsToTheStoryOfItsAddress() {
        trial.every(0.1, 2, 9, now -> {});
        trial.apply(
                new NativeEvent.Misuse(trial.time(), "double free", 0xabcd, "malloc", trial.stack("app.Cache.drop:9")));
        List<Finding> findings = trial.judge().findings();
        assertEquals(new Door.Address(0xabcd), door(findings.getFirst(), 0));
    }

    private static Door door(Finding finding, int line) {
        return finding.evidence().get(line).door();
    }
}

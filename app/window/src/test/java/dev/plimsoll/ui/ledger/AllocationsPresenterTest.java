package dev.plimsoll.ui.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Verdict;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.SampleSnapshots;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.Pace;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AllocationsPresenterTest {

    private static final Optional<TimeRange> ALL = Optional.empty();

    private final AtomicLong clock = new AtomicLong();
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Pace pace = new Pace(Duration.ofSeconds(1), clock::get, (delay, task) -> later.add(task));
    private final AllocationsPresenter presenter =
            new AllocationsPresenter(background::add, Runnable::run, pace, clock::get, state -> {});
    private final Snapshot sample = SampleSnapshots.rich();

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private List<String> labels() {
        return presenter.state().sites().rows().stream()
                .map(row -> row.label().substring(row.label().lastIndexOf('.') + 1))
                .toList();
    }

    @Test
    void sitesComeLargestFirstWithTheirVerdicts() {
        presenter.show(sample, ALL);
        work();
        SiteRow first = presenter.state().sites().rows().getFirst();
        assertEquals("com.acme.render.TextureCache.upload:214", first.label());
        assertEquals(412.0 * SampleSnapshots.MIB, first.live().value(), 1);
        assertNotNull(first.found());
        assertEquals(Verdict.LEAK_PROVEN, first.found().verdict());
        assertEquals("com.acme.render.Texture", first.ownerClass());
        assertEquals(0.973, first.ownerGone(), 0.01);
        assertEquals(first.id(), presenter.state().selected());
        assertTrue(presenter.settled());
    }

    @Test
    void sortsByAnyColumn() {
        presenter.show(sample, ALL);
        presenter.sortSites(SiteColumn.BLOCKS, true);
        work();
        assertEquals("scan:44", labels().getFirst());
        presenter.sortSites(SiteColumn.SITE, false);
        work();
        assertEquals("open:31", labels().getFirst());
    }

    @Test
    void filtersByExpressionAndByColumns() {
        presenter.show(sample, ALL);
        presenter.search("render\\.(Glyph|Shader)", true);
        work();
        assertEquals(List.of("grow:188", "compile:59"), labels());
        assertEquals(10, presenter.state().sites().known());
        assertEquals(56.1 / 924.1, presenter.state().sites().share(), 0.001);
        presenter.columns(row -> row.blocks().value() > 50);
        work();
        assertEquals(List.of("compile:59"), labels());
        presenter.search("Glyph[", true);
        work();
        assertFalse(presenter.state().search().error().isEmpty());
    }

    @Test
    void liveDataKeepsTheOrderForFiveSeconds() {
        presenter.show(sample, ALL);
        work();
        List<String> order = labels();
        presenter.sortSites(SiteColumn.LIVE, false);
        work();
        assertEquals(order.reversed(), labels());
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        presenter.show(ManyBlocks.snapshot(70), ALL);
        work();
        assertEquals(order.reversed(), labels());
    }

    @Test
    void blocksOfASiteInAnyOrder() {
        presenter.show(sample, ALL);
        work();
        BlockIndex oldest = presenter.state().blocks();
        assertNotNull(oldest);
        for (int i = 1; i < oldest.size(); i++) {
            assertTrue(oldest.block(i - 1).allocated() <= oldest.block(i).allocated());
            assertEquals("lwjgl", oldest.block(i).binding());
        }
        presenter.sortBlocks(BlockColumn.ADDRESS, false);
        work();
        BlockIndex byAddress = presenter.state().blocks();
        assertNotNull(byAddress);
        assertEquals(oldest.size(), byAddress.size());
        for (int i = 1; i < byAddress.size(); i++) {
            assertTrue(byAddress.block(i - 1).address() < byAddress.block(i).address());
        }
    }

    @Test
    void findsABlockByAnAddressInside() {
        presenter.show(sample, ALL);
        work();
        var block = sample.ledger().blocks().block(500);
        boolean[] found = new boolean[1];
        presenter.find(block.address() + block.bytes() - 1, is -> found[0] = is);
        work();
        assertTrue(found[0]);
        assertNotNull(presenter.state().block());
        assertEquals(block.address(), presenter.state().block().address());
        presenter.find(0x10, is -> found[0] = is);
        work();
        assertFalse(found[0]);
    }

    @Test
    void blockThatIsFreedStaysOnTheScreenAndIsSaidToBeFreed() {
        presenter.show(sample, ALL);
        work();
        var chosen = presenter.state().block();
        assertNotNull(chosen);
        clock.addAndGet(Duration.ofSeconds(2).toNanos());
        presenter.show(ManyBlocks.snapshot(70), ALL);
        work();
        assertNotNull(presenter.state().block());
        assertEquals(chosen.address(), presenter.state().block().address());
        assertEquals(
                new Ending(ManyBlocks.snapshot(70).ledger().time(), false),
                presenter.state().ending(),
                "while live nobody remembers when");
    }

    @Test
    void rangeLeavesWhatWasAllocatedInIt() {
        long from = SampleSnapshots.START + 300 * SampleSnapshots.SECOND;
        TimeRange range = new TimeRange(from, SampleSnapshots.END);
        presenter.show(sample, Optional.of(range));
        work();
        BlockTable blocks = sample.ledger().blocks();
        double live = 0;
        for (int row = blocks.next(0); row >= 0; row = blocks.next(row + 1)) {
            live += range.contains(blocks.allocated(row)) ? blocks.bytes(row) * blocks.weight(row) : 0;
        }
        double shown = presenter.state().sites().rows().stream()
                .mapToDouble(row -> row.live().value())
                .sum();
        assertEquals(live, shown, 1);
        BlockIndex index = presenter.state().blocks();
        assertNotNull(index);
        assertTrue(index.size() > 0);
        for (int i = 0; i < index.size(); i++) {
            assertTrue(range.contains(index.block(i).allocated()));
        }
    }

    @Test
    void millionBlocksAreIndexedWithoutMakingRows() {
        Snapshot many = ManyBlocks.snapshot(1_000_003);
        presenter.show(many, ALL);
        presenter.sortBlocks(BlockColumn.SIZE, true);
        work();
        BlockIndex index = presenter.state().blocks();
        assertNotNull(index);
        ManyBlocks table = (ManyBlocks) many.ledger().blocks();
        assertEquals(table.size(), index.size());
        assertTrue(table.made() < 10, () -> table.made() + " rows were made");
        for (int i = 1; i < index.size(); i++) {
            assertTrue(table.bytes(index.rows()[i - 1]) >= table.bytes(index.rows()[i]));
        }
    }

    @Test
    void csvHasPlainNumbersAndQuotes() {
        presenter.show(sample, ALL);
        work();
        List<String> lines =
                AllocationsCsv.sites(presenter.state().sites().rows()).lines().toList();
        assertEquals(11, lines.size());
        assertTrue(lines.get(1).startsWith("lwjgl,com.acme.render.TextureCache.upload:214,432013312,"), lines.get(1));
        assertTrue(lines.get(1).endsWith(",\"leak, proven\""), lines.get(1));
        BlockIndex index = presenter.state().blocks();
        assertNotNull(index);
        String blocks = AllocationsCsv.blocks(
                List.of(index.block(0)),
                sample.ledger().time(),
                new CycleClock(sample.timeline().cycles()));
        assertTrue(blocks.contains("0x7f3a0e400000,262144,2."), blocks);
    }
}

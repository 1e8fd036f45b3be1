package dev.plimsoll.ui.ledger;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ui.kit.Csv;
import dev.plimsoll.ui.kit.CycleClock;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import java.util.Locale;

/// Tables as text for a spreadsheet: plain numbers in bytes and seconds, no thousands, no units in cells.
final class AllocationsCsv {

    private static final List<String> SITE_HEADS = List.of(
            "binding",
            "frame",
            "liveBytes",
            "liveBytesMargin95",
            "liveBlocks",
            "freedBlocks",
            "medianAgeCycles",
            "ownerGoneBlocks",
            "verdict");

    private static final List<String> BLOCK_HEADS = List.of(
            "address", "bytes", "weight", "binding", "kind", "ageSeconds", "ageCycles", "ownerClass", "ownerCollected");

    private AllocationsCsv() {}

    static String sites(List<SiteRow> rows) {
        return Csv.of(SITE_HEADS, rows.stream().map(AllocationsCsv::site).toList());
    }

    static String blocks(List<Block> rows, long now, CycleClock clock) {
        return Csv.of(
                BLOCK_HEADS, rows.stream().map(row -> block(row, now, clock)).toList());
    }

    private static List<String> site(SiteRow row) {
        return List.of(
                row.site().binding(),
                row.label(),
                whole(row.live().value()),
                whole(row.live().margin()),
                whole(row.blocks().value()),
                whole(row.freed()),
                Integer.toString(row.medianAge()),
                whole(row.site().totals().ownerGoneBlocks().value()),
                row.found() == null ? "" : row.found().verdict().words());
    }

    private static List<String> block(Block block, long now, CycleClock clock) {
        return List.of(
                Words.address(block.address()),
                Long.toString(block.bytes()),
                String.format(Locale.ROOT, "%.3f", block.weight()),
                block.binding(),
                block.kind(),
                String.format(Locale.ROOT, "%.3f", (now - block.allocated()) / 1e9),
                Integer.toString(clock.since(block.allocated())),
                block.ownerClass() == null ? "" : block.ownerClass(),
                block.ownerCollected() > 0 ? Words.time(block.ownerCollected()) : "");
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}

package dev.plimsoll.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.Ledger;
import dev.plimsoll.ledger.LedgerSnapshot;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thread gives the same few addresses out again and again, as fast as it can. The recorder's buffers stand in the
/// file
/// some hundred thousand events late, and still each free ends its own block.
class MillionsASecondTest {

    private static final int PAIRS = 4_000_000;

    @Test
    void eachFreeEndsItsBlock(@TempDir Path folder) throws Exception {
        Recording recording = Emit.started();
        for (int pair = 0; pair < PAIRS; pair++) {
            long address = 0x1000 + 64L * (pair % 5);
            Emit.untraced(address, 64, "ffm");
            Emit.free(address, "ffm", "explicit");
            if (pair % 10_000 == 0) {
                Emit.untraced(0x100_0000 + pair, 64, "ffm");
            }
        }
        Path file = Emit.dump(recording, folder.resolve("fast.jfr"));

        StackTable stacks = new StackTable();
        Ledger ledger = new Ledger(stacks);
        RecordingReader.read(file, stacks, (columns, done) -> {
            columns.replay(ledger);
            return true;
        });
        LedgerSnapshot end = ledger.snapshot();
        assertEquals(0, end.orphanFrees());
        assertEquals(0, end.lostBlocks());
        assertEquals(PAIRS / 10_000, end.blocks().size());
        assertEquals(
                64.0 * PAIRS / 10_000, end.bindings().getFirst().liveBytes().value());
    }
}

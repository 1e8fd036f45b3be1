package dev.plimsoll.jfr.probe.v1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the agent says that its tables take. */
class TableBytesTest {

    private static final int ENTRIES = 1_000;

    @Test
    void everyTableCounts() {
        Session.begin();
        try {
            Object context = new Object();
            long empty = Session.tableBytes();
            for (int name = 1; name <= ENTRIES; name++) {
                Names.stored(Kind.of(Binding.GL, Kind.HANDLE), context, name, 0, Stored.WHOLE);
            }
            // Without bytes nothing is allocated: only what is known of the names is there.
            assertEquals(empty + (long) ENTRIES * LiveTable.BYTES_PER_ENTRY, Session.tableBytes());
            Object target = new Object();
            Callbacks.made(Binding.LWJGL, 16, target, null, "explicit");
            assertEquals(empty + (ENTRIES + 2L) * LiveTable.BYTES_PER_ENTRY, Session.tableBytes());
        } finally {
            Session.end();
        }
        assertEquals(0, Probe.BLOCKS.size());
    }
}

package dev.plimsoll.ui.shell;

import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.AddressSpace;
import dev.plimsoll.target.TargetException;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of an address: the live block that holds it, the mapping it lies in, and the bytes that stand there.
///
/// @param block that holds it, or null
/// @param mapping or a sentence why none is known
/// @param hex lines of 16 bytes, or a sentence why there are none
record AddressFacts(long address, @Nullable Block block, String mapping, List<String> hex) {

    private static final int SHOWN = 64;
    private static final int PER_LINE = 16;

    /// Reads files of the target's process: never on the FX thread.
    static AddressFacts of(Snapshot snapshot, long address) {
        long pid = snapshot.subject().pid();
        Block block = holder(snapshot.ledger().blocks(), address);
        if (!OpenSession.live(snapshot) || pid < 0) {
            return new AddressFacts(address, block, Words.say("address.notLive"), List.of());
        }
        try {
            Optional<AddressSpace.Mapping> found = AddressSpace.mapping(pid, address);
            if (found.isEmpty()) {
                return new AddressFacts(address, block, Words.say("address.unmapped"), List.of());
            }
            AddressSpace.Mapping mapping = found.get();
            String words = Words.say(
                    "address.mapping",
                    mapping.name().isEmpty() ? Words.say("address.anonymous") : mapping.name(),
                    mapping.permissions(),
                    Words.bytes(mapping.bytes()),
                    Words.address(mapping.start()));
            return new AddressFacts(address, block, words, hex(pid, address));
        } catch (TargetException e) {
            return new AddressFacts(address, block, String.valueOf(e.getMessage()), List.of());
        }
    }

    private static List<String> hex(long pid, long address) {
        try {
            return lines(address, AddressSpace.bytes(pid, address, SHOWN));
        } catch (TargetException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    /// `7f3a0e4c0000  00 01 02 ...  |...|`.
    static List<String> lines(long address, byte[] bytes) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += PER_LINE) {
            int end = Math.min(bytes.length, at + PER_LINE);
            StringBuilder text = new StringBuilder();
            for (int i = at; i < end; i++) {
                text.append(bytes[i] >= 32 && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, at, end);
            lines.add(Long.toHexString(address + at) + "  " + hex + "  ".repeat(1) + text);
        }
        return lines;
    }

    /// The live recorded block that the address lies in, not only the one that begins there.
    static @Nullable Block holder(BlockTable table, long address) {
        for (int row = table.next(0); row >= 0; row = table.next(row + 1)) {
            long from = table.address(row);
            if (Long.compareUnsigned(address, from) >= 0
                    && Long.compareUnsigned(address - from, Math.max(1, table.bytes(row))) < 0) {
                return table.block(row);
            }
        }
        return null;
    }
}

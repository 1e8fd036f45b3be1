package dev.plimsoll.ui.shell;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.ledger.AddressHistory;
import dev.plimsoll.ledger.Block;
import dev.plimsoll.ledger.Callback;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.target.AddressSpace;
import dev.plimsoll.target.TargetException;
import dev.plimsoll.ui.kit.Words;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of an address: the blocks that held it, the callbacks and misuses there, the mapping it lies in, and
/// the bytes that stand there.
///
/// @param history the blocks, also those that ended where they are remembered
/// @param callbacks whose stub it is, live or among the last that were released
/// @param misuses of it
/// @param mapping or a sentence why none is known
/// @param hex lines of 16 bytes, or a sentence why there are none
record AddressFacts(
        long address,
        AddressHistory history,
        List<Callback> callbacks,
        List<NativeEvent.Misuse> misuses,
        String mapping,
        List<String> hex) {

    private static final int SHOWN = 64;
    private static final int PER_LINE = 16;

    /// Reads files of the target's process: never on the FX thread.
    static AddressFacts of(Snapshot snapshot, long address) {
        LedgerSnapshot ledger = snapshot.ledger();
        AddressHistory history = ledger.blocks().history(address);
        List<Callback> callbacks = ledger.callbacks().stream()
                .filter(callback -> callback.handle() == address)
                .toList();
        List<NativeEvent.Misuse> misuses = ledger.misuses().stream()
                .filter(misuse -> misuse.address() == address)
                .toList();
        Place place = place(snapshot, address);
        return new AddressFacts(address, history, callbacks, misuses, place.mapping(), place.hex());
    }

    /// The live recorded block that the address lies in.
    @Nullable
    Block block() {
        List<AddressHistory.Life> latest = history.latest();
        return latest.isEmpty() || latest.getLast().ended() > 0
                ? null
                : latest.getLast().block();
    }

    private record Place(String mapping, List<String> hex) {}

    private static Place place(Snapshot snapshot, long address) {
        long pid = snapshot.subject().pid();
        if (!OpenSession.live(snapshot) || pid < 0) {
            return new Place(Words.say("address.notLive"), List.of());
        }
        try {
            Optional<AddressSpace.Mapping> found = AddressSpace.mapping(pid, address);
            if (found.isEmpty()) {
                return new Place(Words.say("address.unmapped"), List.of());
            }
            AddressSpace.Mapping mapping = found.get();
            String words = Words.say(
                    "address.mapping",
                    mapping.name().isEmpty() ? Words.say("address.anonymous") : mapping.name(),
                    mapping.permissions(),
                    Words.bytes(mapping.bytes()),
                    Words.address(mapping.start()));
            return new Place(words, hex(pid, address));
        } catch (TargetException e) {
            return new Place(String.valueOf(e.getMessage()), List.of());
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
}

package dev.plimsoll.target;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The address space of a process as Linux shows it to its user: `/proc/PID/maps` and `/proc/PID/mem`. Memory is read
/// from the desk, never by code in the target, where a page that was freed would kill it. Any thread but the FX thread.
public final class AddressSpace {

    private AddressSpace() {}

    /// A line of `/proc/PID/maps`.
    ///
    /// @param start first address
    /// @param end first address behind it
    /// @param permissions for example `rw-p`
    /// @param name file, `[heap]`, `[stack]`, or the empty string for anonymous memory
    public record Mapping(long start, long end, String permissions, String name) {

        public long bytes() {
            return end - start;
        }

        boolean contains(long address) {
            return Long.compareUnsigned(address, start) >= 0 && Long.compareUnsigned(address, end) < 0;
        }

        /// `7f3a0e4c0000-7f3a0e500000 rw-p 00000000 08:01 1234   /usr/lib/libz.so`.
        static Mapping of(String line) {
            String[] words = line.strip().split("\\s+", 6);
            String[] ends = words[0].split("-", 2);
            return new Mapping(
                    Long.parseUnsignedLong(ends[0], 16),
                    Long.parseUnsignedLong(ends[1], 16),
                    words[1],
                    words.length > 5 ? words[5] : "");
        }
    }

    /// The mapping that an address lies in, or empty when the process has none there.
    ///
    /// @throws TargetException when the process is gone, belongs to somebody else, or the system has no `/proc`
    public static Optional<Mapping> mapping(long pid, long address) throws TargetException {
        Path maps = Path.of("/proc", Long.toString(pid), "maps");
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.map(Mapping::of)
                    .filter(mapping -> mapping.contains(address))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new TargetException("The mappings of process " + pid + " cannot be read (" + Reason.of(e)
                    + "); it must run on this machine, under this user, on Linux.");
        }
    }

    /// The bytes at an address, fewer than `count` where the mapping ends.
    ///
    /// @throws TargetException when they cannot be read
    public static byte[] bytes(long pid, long address, int count) throws TargetException {
        Path memory = Path.of("/proc", Long.toString(pid), "mem");
        try (FileChannel channel = FileChannel.open(memory, StandardOpenOption.READ)) {
            ByteBuffer buffer = ByteBuffer.allocate(count);
            int read = Math.max(0, channel.read(buffer, address));
            return Arrays.copyOf(buffer.array(), read);
        } catch (IOException | IllegalArgumentException e) {
            throw new TargetException("The memory of process " + pid + " cannot be read at 0x"
                    + Long.toHexString(address) + " (" + Reason.of(e)
                    + "); the page may be gone, or the system allows it to the debugger only.");
        }
    }
}

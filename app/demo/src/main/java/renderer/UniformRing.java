package renderer;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;

/// Packs the constants of a frame's draw commands as a graphics API would want them. The memory lives for one frame.
final class UniformRing {

    private static final long BYTES_PER_COMMAND = 80;

    private final Account.Site site;

    UniformRing(Account.Site site) {
        this.site = site;
    }

    /// @return a checksum of what was written
    long write(Frame frame, List<DrawCommand> commands) {
        long bytes = Math.max(1, commands.size()) * BYTES_PER_COMMAND;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate(bytes, 16);
            site.took(bytes);
            long sum = frame.number();
            for (int i = 0; i < commands.size(); i++) {
                DrawCommand command = commands.get(i);
                long at = i * BYTES_PER_COMMAND;
                block.set(ValueLayout.JAVA_FLOAT, at, command.angle());
                block.set(ValueLayout.JAVA_FLOAT, at + 4, command.x());
                block.set(ValueLayout.JAVA_FLOAT, at + 8, command.y());
                block.set(ValueLayout.JAVA_FLOAT, at + 12, command.depth());
                sum += block.get(ValueLayout.JAVA_INT, at);
            }
            site.gaveBack(bytes);
            return sum;
        }
    }
}

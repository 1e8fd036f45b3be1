import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Maps a file into arenas: closed, and lost without close. */
public class MapsSegments extends Program {

    static MemorySegment kept;

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("map", null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ready();
            kept = channel.map(MapMode.READ_WRITE, 0, 70_001, Arena.global());
            try (Arena arena = Arena.ofConfined()) {
                channel.map(MapMode.READ_WRITE, 0, 12_345, arena);
                channel.map(MapMode.READ_WRITE, 5, 0, arena);
            }
            channel.map(MapMode.READ_ONLY, 0, 23_457, Arena.ofShared());
        } finally {
            Files.delete(file);
        }
        loseAndCollect(Object::new);
        done();
    }
}

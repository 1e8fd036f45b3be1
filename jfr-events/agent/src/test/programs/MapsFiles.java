import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Maps a file to buffers: one is kept, one cleaned, one left to the collector. */
public class MapsFiles extends Program {

    static MappedByteBuffer kept;

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("map", null);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.map(MapMode.READ_WRITE, 0, 3);
            ready();
            kept = channel.map(MapMode.READ_WRITE, 0, 70_001);
            clean(channel.map(MapMode.READ_ONLY, 4097, 12_345));
            channel.map(MapMode.READ_WRITE, 9, 0);
            loseAndCollect(() -> map(channel, 23_457));
        } finally {
            Files.delete(file);
        }
        done();
    }

    static MappedByteBuffer map(FileChannel channel, int size) {
        try {
            return channel.map(MapMode.READ_WRITE, 0, size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void clean(MappedByteBuffer buffer) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        var field = unsafe.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        unsafe.getMethod("invokeCleaner", ByteBuffer.class).invoke(field.get(null), buffer);
    }
}

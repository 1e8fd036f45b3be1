import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

public class MappedLoop extends Loop {

    private static final sun.misc.Unsafe UNSAFE = UnsafeLoop.unsafe();

    private final FileChannel file;

    public MappedLoop() throws IOException {
        Path path = Files.createTempFile("mapped", "");
        Files.write(path, new byte[8_192]);
        file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    void pairs(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            UNSAFE.invokeCleaner(file.map(FileChannel.MapMode.READ_ONLY, 0, 4_096));
        }
    }
}

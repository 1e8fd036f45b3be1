// answer: leak, likely
// on: 17 25
package shop;

import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;

/** Maps an archive anew for each question and remembers every answer as a view of it. */
public class MappedArchive {

    private static final List<MappedByteBuffer> ANSWERS = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        Path archive = Files.createTempFile("archive", ".bin");
        archive.toFile().deleteOnExit();
        Files.write(archive, new byte[50_000]);
        try (FileChannel channel = FileChannel.open(archive, StandardOpenOption.READ)) {
            Pace.run(10, number -> ANSWERS.add(map(channel)));
        }
    }

    private static MappedByteBuffer map(FileChannel channel) throws Exception {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, 40_961); // here
    }
}

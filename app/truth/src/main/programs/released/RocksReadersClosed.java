// answer: healthy
// on: 17 25
// library: released/rocksdb
// options: -Xmx256m
package released;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import pace.Pace;

/** As its twin, but closes the forgotten ReadOptions by hand, as the later fix does. */
public class RocksReadersClosed {

    public static void main(String[] args) throws Exception {
        RocksDB.loadLibrary();
        Path folder = Files.createTempDirectory("rocks");
        folder.toFile().deleteOnExit();
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB db = RocksDB.open(options, folder.toString())) {
            db.put("key".getBytes(), "value".getBytes());
        }
        Pace.run(8, number -> read(folder.toString()));
    }

    private static void read(String folder) throws Exception {
        try (Options options = new Options()) {
            RocksDB db = RocksDB.openReadOnly(options, folder);
            db.get("key".getBytes());
            db.close();
            Field defaults = RocksDB.class.getDeclaredField("defaultReadOptions_");
            defaults.setAccessible(true);
            ((ReadOptions) defaults.get(db)).close();
        }
    }
}

import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Opens a database to read and closes it: in 10.2.1 its default ReadOptions stay open. Until it is killed. */
public class LeaksRocksdb {

    public static void main(String[] args) throws Exception {
        RocksDB.loadLibrary();
        Path folder = Files.createTempDirectory("rocks");
        folder.toFile().deleteOnExit();
        try (Options options = new Options().setCreateIfMissing(true);
                RocksDB db = RocksDB.open(options, folder.toString())) {
            db.put("key".getBytes(), "value".getBytes());
        }
        System.out.println("up");
        while (true) {
            for (int i = 0; i < 3; i++) {
                read(folder.toString());
            }
            System.gc();
            Thread.sleep(150);
        }
    }

    private static void read(String folder) throws RocksDBException {
        try (Options options = new Options()) {
            RocksDB db = RocksDB.openReadOnly(options, folder); // here
            db.get("key".getBytes());
            db.close();
        }
    }
}

// answer: leak, proven
// on: 17 25
// library: released/rocksdb
// options: -Xmx256m
package released;

import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import pace.Pace;

/** Opens a database to read and closes it: in rocksdbjni 10.2.1 its default ReadOptions stay open (issue 15036). */
public class RocksReaders {

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

    private static void read(String folder) throws RocksDBException {
        try (Options options = new Options()) {
            RocksDB db = RocksDB.openReadOnly(options, folder); // here
            db.get("key".getBytes());
            db.close();
        }
    }
}

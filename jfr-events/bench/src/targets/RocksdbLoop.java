import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;

public class RocksdbLoop extends Loop {

    public RocksdbLoop() {
        RocksDB.loadLibrary();
    }

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            ReadOptions options = new ReadOptions();
            kept = options;
            options.close();
        }
    }
}

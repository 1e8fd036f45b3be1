// answer: healthy
// on: 17 25
// library: released/rocksdb
// options: -Xmx256m
// seconds: 50
package rocks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import pace.Pace;

/** Starts with many handles that it keeps; others live for eight seconds, are closed then and replaced. */
public class OptionsReplaced {

    private static final List<ReadOptions> KEPT = new ArrayList<>();
    private static final ArrayDeque<ReadOptions> SESSIONS = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        RocksDB.loadLibrary();
        Pace.run(100, number -> {
            if (number < 300) {
                KEPT.add(new ReadOptions());
            }
            if (number % 4 == 0) {
                SESSIONS.add(new ReadOptions());
            }
            if (SESSIONS.size() > 200) {
                SESSIONS.remove().close();
            }
            try (ReadOptions passing = new ReadOptions()) {
                passing.setFillCache(false);
            }
        });
    }
}

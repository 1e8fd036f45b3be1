// answer: healthy
// on: 17 25
// library: released/rocksdb
// options: -Xmx256m
// seconds: 60
package rocks;

import java.util.ArrayDeque;
import java.util.Random;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import pace.Pace;

/** Handles from a pool that makes another when it is empty; the load rises ever more slowly, and so does the pool. */
public class OptionsPool {

    private static final Random RANDOM = new Random(5);
    private static final ArrayDeque<ReadOptions> IDLE = new ArrayDeque<>();
    private static final ArrayDeque<ReadOptions> IN_USE = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        RocksDB.loadLibrary();
        Pace.run(50, number -> serve());
    }

    private static void serve() {
        int wanted = (int) (400 * (1 - Math.exp(-Pace.seconds() / 15))) + RANDOM.nextInt(20);
        while (IN_USE.size() < wanted) {
            ReadOptions options = IDLE.poll();
            IN_USE.add(options == null ? new ReadOptions() : options);
        }
        while (IN_USE.size() > wanted) {
            IDLE.push(IN_USE.remove());
        }
        try (ReadOptions passing = new ReadOptions()) {
            passing.setFillCache(false);
        }
    }
}

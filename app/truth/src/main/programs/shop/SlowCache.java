// answer: healthy
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import pace.Pace;

/** Customers ask for what they like most; the cache holds 500 and drops what was not asked for longest. */
public class SlowCache {

    private static final Map<Integer, ByteBuffer> CACHE = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, ByteBuffer> eldest) {
            return size() > 500;
        }
    };

    public static void main(String[] args) throws Exception {
        Random random = new Random(11);
        Pace.run(100, number -> {
            int article = (int) Math.abs(random.nextGaussian() * 400);
            CACHE.computeIfAbsent(article, key -> ByteBuffer.allocateDirect(3_001));
        });
    }
}

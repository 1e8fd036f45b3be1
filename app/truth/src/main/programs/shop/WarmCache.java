// answer: healthy
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import pace.Pace;

/** Reads each of 300 articles once; then all are there. */
public class WarmCache {

    private static final Map<Long, ByteBuffer> ARTICLES = new HashMap<>();

    public static void main(String[] args) throws Exception {
        Pace.run(40, number -> ARTICLES.computeIfAbsent(number % 300, key -> ByteBuffer.allocateDirect(5_003)));
    }
}

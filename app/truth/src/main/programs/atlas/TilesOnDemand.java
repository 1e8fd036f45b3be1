// answer: healthy
// on: 17 25
// run: falling
// run: rising
// seconds: 50
package atlas;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import pace.Pace;

/** Keeps each of 900 tiles once it was asked for; people wander off the known map faster, or ever slower, for 40 s. */
public class TilesOnDemand {

    private static final int TILES = 900;
    private static final double FULL = 40;
    private static final Map<Integer, ByteBuffer> CACHE = new HashMap<>();

    public static void main(String[] args) throws Exception {
        boolean rising = args[0].equals("rising");
        Pace.run(200, number -> {
            double done = Math.min(1, Pace.seconds() / FULL);
            int known = (int) (TILES * (rising ? done * done : 1 - (1 - done) * (1 - done)));
            for (int tile = CACHE.size(); tile < known; tile++) {
                CACHE.put(tile, ByteBuffer.allocateDirect(9_001 + tile % 17));
            }
        });
    }
}

// answer: healthy
// on: 17 25
package atlas;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import pace.Pace;

/** Loads a picture when somebody looks at it first; some are on every page and some are hardly ever seen. */
public class LazyAssets {

    private static final Map<Integer, ByteBuffer> ASSETS = new HashMap<>();

    public static void main(String[] args) throws Exception {
        Random random = new Random(47);
        Pace.run(60, number -> {
            int asset = (int) Math.pow(400, random.nextDouble());
            ASSETS.computeIfAbsent(asset, key -> ByteBuffer.allocateDirect(20_000 + 31 * key));
        });
    }
}

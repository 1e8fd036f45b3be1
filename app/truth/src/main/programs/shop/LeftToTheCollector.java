// answer: healthy
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import pace.Pace;

/** A buffer for each order; the collector gets it. */
public class LeftToTheCollector {

    public static void main(String[] args) throws Exception {
        Pace.run(100, number -> order(20_011));
    }

    private static int order(int size) {
        return ByteBuffer.allocateDirect(size).putInt(3).position();
    }
}

// answer: healthy
// on: 17 25
package shop;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;

/** Gathers a page of orders, prints it, and forgets the buffers; the collector comes later. */
public class Sawtooth {

    public static void main(String[] args) throws Exception {
        List<ByteBuffer> page = new ArrayList<>();
        Pace.run(60, number -> {
            page.add(ByteBuffer.allocateDirect(7_001));
            if (page.size() == 300) {
                page.clear();
            }
        });
    }
}

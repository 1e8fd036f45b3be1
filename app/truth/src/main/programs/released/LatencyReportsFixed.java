// answer: healthy
// on: 17 25
// library: released/hdr-clean
package released;

import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;
import pace.Pace;

/** As its twin, with HdrHistogram 2.1.9, which ends what it makes. */
public class LatencyReportsFixed {

    public static void main(String[] args) throws Exception {
        Pace.run(250, number -> copy());
    }

    private static void copy() throws Exception {
        Histogram one = new Histogram(3);
        one.recordValue(4711);
        ByteBuffer bytes = ByteBuffer.allocate(one.getNeededByteBufferCapacity());
        one.encodeIntoCompressedByteBuffer(bytes);
        bytes.flip();
        Histogram.decodeFromCompressedByteBuffer(bytes, 0);
    }
}

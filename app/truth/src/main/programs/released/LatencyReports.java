// answer: released late
// on: 17 25
// library: released/hdr
// at: org.HdrHistogram.AbstractHistogram.decodeFromCompressedByteBuffer:2016
package released;

import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;
import pace.Pace;

/** Sends histograms and reads them: HdrHistogram 2.1.8 leaves its Inflater to the collector (pull request 85). */
public class LatencyReports {

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

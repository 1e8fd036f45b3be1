import java.nio.ByteBuffer;
import org.HdrHistogram.Histogram;

/** Encodes histograms and decodes them: 2.1.8 leaves the Inflater to the collector, 2.1.9 ends it. Until it is killed. */
public class LeaksHdr {

    public static void main(String[] args) throws Exception {
        System.out.println("up");
        while (true) {
            for (int i = 0; i < 130; i++) {
                copy();
            }
            System.gc();
            Thread.sleep(150);
        }
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

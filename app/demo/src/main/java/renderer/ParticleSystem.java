package renderer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;

/// Bursts of sparks that live for two seconds, kept on the C heap. Render thread only.
final class ParticleSystem {

    private static final int SPARKS = 96;
    private static final long BYTES_PER_SPARK = 20;

    private final Account.Site site;
    private final Deque<Burst> bursts = new ArrayDeque<>();

    ParticleSystem(Account.Site site) {
        this.site = site;
    }

    /// Starts a burst.
    void emit(double seconds) {
        NativeHeap heap = new NativeHeap();
        long bytes = SPARKS * BYTES_PER_SPARK + bursts.size();
        MemorySegment sparks = heap.allocate(bytes);
        site.took(bytes);
        for (int i = 0; i < SPARKS; i++) {
            long at = i * BYTES_PER_SPARK;
            sparks.set(ValueLayout.JAVA_FLOAT, at, (float) Math.cos(i * 0.37 + seconds));
            sparks.set(ValueLayout.JAVA_FLOAT, at + 4, (float) Math.sin(i * 0.37 + seconds));
            sparks.set(ValueLayout.JAVA_FLOAT, at + 8, 20 + i % 30);
        }
        bursts.addLast(new Burst(seconds, heap, sparks));
    }

    void draw(Frame frame) {
        while (!bursts.isEmpty() && frame.seconds() - bursts.getFirst().born() > 2) {
            Burst burst = bursts.removeFirst();
            site.gaveBack(burst.sparks().byteSize());
            burst.heap().release(burst.sparks());
        }
        for (Burst burst : bursts) {
            burst.draw(frame);
        }
    }

    /// Sparks that were born together.
    ///
    /// @param born seconds since the first frame
    /// @param heap where they live
    /// @param sparks direction and speed of each
    record Burst(double born, NativeHeap heap, MemorySegment sparks) {

        void draw(Frame frame) {
            FrameBuffer target = frame.target();
            float age = (float) (frame.seconds() - born);
            for (int i = 0; i < SPARKS; i++) {
                long at = i * BYTES_PER_SPARK;
                float way = age * sparks.get(ValueLayout.JAVA_FLOAT, at + 8);
                int x = (int) (target.width() / 2f + way * sparks.get(ValueLayout.JAVA_FLOAT, at));
                int y = (int) (target.height() / 2f + way * sparks.get(ValueLayout.JAVA_FLOAT, at + 4));
                if (x >= 0 && x < target.width() && y >= 0 && y < target.height()) {
                    target.plot(x, y, 1, 0xffffd060);
                }
            }
        }
    }
}

import static org.lwjgl.system.MemoryUtil.*;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.lwjgl.PointerBuffer;
import org.lwjgl.system.Callback;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.windows.WindowProc;
import org.lwjgl.system.windows.WindowProcI;

/** Every root of MemoryUtil once with a size of its own; callbacks as class and as lambda, freed and left. */
public class UsesLwjgl extends Program {

    static ByteBuffer kept;
    static long raw;
    static ByteBuffer grown;

    public static void main(String[] args) throws Exception {
        memFree(memAlloc(3));
        ready();
        kept = memAlloc(70_001);
        raw = nmemAllocChecked(12_347);
        memFree(memCallocInt(1_001));
        nmemFree(nmemCalloc(17, 19));
        memAlignedFree(memAlignedAlloc(64, 64 * 33));
        grown = memRealloc(memRealloc((ByteBuffer) null, 511), 1_023);
        nmemFree(nmemRealloc(nmemRealloc(0, 2_047), 4_095));
        PointerBuffer pointers = memAllocPointer(77);
        memFree(pointers);
        memFree((IntBuffer) null);
        nmemFree(0);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            stack.malloc(555);
        }
        loseAndCollect(() -> memAlloc(23_457));

        WindowProc freed = WindowProc.create((window, message, w, l) -> w + l);
        long answer = 0;
        for (int i = 0; i < 5; i++) {
            answer += JNI.callPPPP(1L, 2, 3L, 4L, freed.address());
        }
        tell("answer", answer);
        freed.free();
        // Since 3.4 on JDK 25 the stub outlives its callback, and a second free is passed over in silence.
        if (args.length > 0) {
            tell("late", JNI.callPPPP(1L, 2, 3L, 4L, freed.address()));
            Callback.free(freed.address());
        }
        WindowProcI lambda = (window, message, w, l) -> 0;
        long first = lambda.address();
        long second = lambda.address();
        Callback.free(first);
        for (int i = 0; i < 3; i++) {
            JNI.callPPPP(1L, 2, 3L, 4L, second);
        }
        tell("left", second);
        done();
    }
}

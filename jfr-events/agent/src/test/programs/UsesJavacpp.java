import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/** Pointers kept, closed, closed by a scope, cast, and lost. */
public class UsesJavacpp extends Program {

    static BytePointer kept;
    static IntPointer cast;

    public static void main(String[] args) throws Exception {
        new BytePointer(3).close();
        ready();
        kept = new BytePointer(70_001);
        cast = new IntPointer(kept);
        IntPointer closed = new IntPointer(1_001);
        closed.close();
        closed.close();
        try (PointerScope scope = new PointerScope()) {
            new LongPointer(555);
            new LongPointer(7).close();
        }
        loseAndCollect(() -> new DoublePointer(3_003));
        Pointer.free(Pointer.malloc(12_347));
        tell("total", Pointer.totalBytes());
        done();
    }
}

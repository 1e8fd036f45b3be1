import org.bytedeco.javacpp.BytePointer;

public class JavacppLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            new BytePointer(64).close();
        }
    }
}

import java.util.zip.Inflater;

public class ZipLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            new Inflater().end();
        }
    }
}

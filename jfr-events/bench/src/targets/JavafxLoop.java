import com.sun.prism.impl.Disposer;
import java.lang.reflect.Field;
import java.util.Hashtable;

/** What Prism disposes of, without anything native: the rest of a pair is Prism's own. */
public class JavafxLoop extends Loop {

    private final Hashtable<?, ?> records;

    static class Nothing implements Disposer.Record {

        @Override
        public void dispose() {}
    }

    public JavafxLoop() throws ReflectiveOperationException {
        // Prism lets only its own thread dispose, which it knows by its name.
        Thread.currentThread().setName("QuantumRenderer-0");
        records =
                (Hashtable<?, ?>) field("records").get(field("disposerInstance").get(null));
    }

    private static Field field(String name) throws ReflectiveOperationException {
        Field field = Disposer.class.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** What was disposed of stays in Prism's table until the collector finds its object: a loop would measure the table. */
    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            Nothing record = new Nothing();
            Disposer.addRecord(new Object(), record);
            Disposer.disposeRecord(record);
            Disposer.cleanUp();
        }
        records.clear();
    }
}

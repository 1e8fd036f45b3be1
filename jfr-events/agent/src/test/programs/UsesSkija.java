import io.github.humbleui.skija.Bitmap;
import io.github.humbleui.skija.Image;
import io.github.humbleui.skija.Paint;
import io.github.humbleui.skija.Surface;
import io.github.humbleui.types.Rect;

/** Draws with the processor: objects kept, closed, lost, and two that own the same native one. */
public class UsesSkija extends Program {

    static Paint kept;
    static Image first;
    static Image second;

    public static void main(String[] args) throws Exception {
        new Paint().close();
        new Bitmap().close();
        ready();
        kept = new Paint();
        try (Surface surface = Surface.makeRasterN32Premul(77, 33)) {
            try (Paint paint = new Paint()) {
                surface.getCanvas().drawRect(Rect.makeXYWH(1, 2, 3, 4), paint);
            }
            first = surface.makeImageSnapshot();
            second = surface.makeImageSnapshot();
        }
        second.close();
        loseAndCollect(Bitmap::new);
        done();
    }
}

import io.github.humbleui.skija.Paint;

public class SkijaLoop extends Loop {

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            Paint paint = new Paint();
            kept = paint;
            paint.close();
        }
    }
}

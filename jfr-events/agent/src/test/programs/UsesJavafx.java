import com.sun.prism.impl.Disposer;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.RadialGradient;
import javafx.scene.shape.Circle;

/** Draws without a display and in software, and loses an object that Prism has to dispose of. */
public class UsesJavafx extends Program {

    public static void main(String[] args) throws Exception {
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        up.await();
        ready();
        draw();
        Lost record = new Lost();
        loseAndCollect(() -> {
            Object lost = new Object();
            Disposer.addRecord(lost, record);
            return lost;
        });
        while (record.disposed == 0) {
            draw();
        }
        tell("disposed", record.disposed);
        done();
        Platform.exit();
    }

    static class Lost implements Disposer.Record {
        volatile int disposed;

        @Override
        public void dispose() {
            disposed++;
        }
    }

    private static void draw() throws Exception {
        CountDownLatch drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            Circle circle = new Circle(50, 50, 40, RadialGradient.valueOf("radial-gradient(radius 100%, red, blue)"));
            circle.setEffect(new GaussianBlur(7));
            new Scene(new Group(circle), 177, 133, Color.BEIGE).snapshot((WritableImage) null);
            drawn.countDown();
        });
        drawn.await();
    }
}

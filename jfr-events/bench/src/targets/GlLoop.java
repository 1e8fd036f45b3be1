import static org.lwjgl.opengl.GL15.glDeleteBuffers;
import static org.lwjgl.opengl.GL15.glGenBuffers;

/** Names of buffers, in software. */
public class GlLoop extends Loop {

    public GlLoop() {
        Surfaceless.open();
    }

    @Override
    void pairs(int count) {
        for (int i = 0; i < count; i++) {
            glDeleteBuffers(glGenBuffers());
        }
    }
}

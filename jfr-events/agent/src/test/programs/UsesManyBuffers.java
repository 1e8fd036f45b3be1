import static org.lwjgl.opengl.GL15.*;

/** Thousands of buffers of one size, each given its bytes twice; two of three are deleted. */
public class UsesManyBuffers extends Surfaceless {

    private static final int MADE = 3_000;
    private static final int BYTES = 1_001;

    public static void main(String[] args) throws Exception {
        open();
        ready();
        long deleted = 0;
        for (int i = 0; i < MADE; i++) {
            int buffer = glGenBuffers();
            glBindBuffer(GL_ARRAY_BUFFER, buffer);
            glBufferData(GL_ARRAY_BUFFER, BYTES, GL_STATIC_DRAW);
            glBufferData(GL_ARRAY_BUFFER, BYTES, GL_STATIC_DRAW);
            if (i % 3 != 0) {
                glDeleteBuffers(buffer);
                deleted++;
            }
        }
        check();
        tell("made", MADE);
        tell("deleted", deleted);
        tell("bytes", (long) MADE * BYTES);
        done();
        close();
    }
}

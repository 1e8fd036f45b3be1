// answer: leak, likely
// on: 17 25
// library: libs/lwjgl33
package gl;

import java.nio.FloatBuffer;
import org.lwjgl.system.MemoryUtil;
import pace.Pace;

/** Fills vertices for each frame; the free was lost in a rewrite. */
public class LostVertices {

    public static void main(String[] args) throws Exception {
        Pace.run(60, number -> draw(number));
    }

    private static float draw(long number) {
        FloatBuffer vertices = MemoryUtil.memAllocFloat(333); // here
        vertices.put(0, number);
        return vertices.get(0);
    }
}

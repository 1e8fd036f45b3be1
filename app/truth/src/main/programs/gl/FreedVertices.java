// answer: healthy
// on: 17 25
// library: libs/lwjgl33
package gl;

import java.nio.FloatBuffer;
import org.lwjgl.system.MemoryStack;
import org.lwjgl.system.MemoryUtil;
import pace.Pace;

/** As it should be: what a frame takes it gives back, and small things come from the stack. */
public class FreedVertices {

    public static void main(String[] args) throws Exception {
        Pace.run(2_000, number -> draw(number));
    }

    private static float draw(long number) {
        FloatBuffer vertices = MemoryUtil.memAllocFloat(333);
        try (MemoryStack stack = MemoryStack.stackPush()) {
            vertices.put(0, number + stack.mallocInt(4).capacity());
            return vertices.get(0);
        } finally {
            MemoryUtil.memFree(vertices);
        }
    }
}

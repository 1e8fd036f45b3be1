// answer: leak, likely
// on: 17 25
// library: libs/lwjgl33
package atlas;

import java.util.Random;
import org.lwjgl.system.MemoryUtil;
import pace.Pace;

/** A route that crosses the border of two maps, one in forty, leaves before its memory is freed. */
public class OneInForty {

    public static void main(String[] args) throws Exception {
        Random random = new Random(3);
        Pace.run(250, number -> route(random.nextInt(40)));
    }

    private static int route(int maps) {
        long steps = MemoryUtil.nmemAllocChecked(1_777); // here
        if (maps == 13) {
            return -1;
        }
        MemoryUtil.nmemFree(steps);
        return maps;
    }
}

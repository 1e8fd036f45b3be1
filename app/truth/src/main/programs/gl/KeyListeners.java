// answer: leak, likely
// on: 17 25
// library: libs/lwjgl33
package gl;

import org.lwjgl.system.windows.WindowProc;
import pace.Pace;

/** Every dialog registers a window procedure and never frees it. */
public class KeyListeners {

    public static void main(String[] args) throws Exception {
        Pace.run(10, number -> dialog());
    }

    private static long dialog() {
        return WindowProc.create((window, message, w, l) -> w + l).address(); // here
    }
}

// answer: leak, proven
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import pace.Pace;

/** Each view registers a listener in an arena that goes away with the view, unclosed. */
public class ListenerLost {

    private static final class View {
        final Arena arena = Arena.ofShared();
        MemorySegment listener;
    }

    public static void main(String[] args) throws Exception {
        MethodHandle changed =
                MethodHandles.lookup().findStatic(ListenerLost.class, "changed", MethodType.methodType(void.class));
        Pace.run(15, number -> open(changed));
    }

    private static void open(MethodHandle changed) {
        View view = new View();
        view.listener = Linker.nativeLinker().upcallStub(changed, FunctionDescriptor.ofVoid(), view.arena); // here
    }

    private static void changed() {}
}

// answer: healthy
// on: 25
package gallery;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import pace.Pace;

/** Two hundred listeners at the start, for good; and one for each question, closed with its answer. */
public class RegisteredOnce {

    private static final List<MemorySegment> LISTENERS = new ArrayList<>();

    public static void main(String[] args) throws Exception {
        MethodHandle changed =
                MethodHandles.lookup().findStatic(RegisteredOnce.class, "changed", MethodType.methodType(void.class));
        Pace.run(40, number -> {
            if (number < 200) {
                LISTENERS.add(stub(changed, Arena.global()));
            }
            try (Arena arena = Arena.ofConfined()) {
                stub(changed, arena);
            }
        });
    }

    private static MemorySegment stub(MethodHandle changed, Arena arena) {
        return Linker.nativeLinker().upcallStub(changed, FunctionDescriptor.ofVoid(), arena);
    }

    private static void changed() {}
}

package dev.plimsoll.jfr.weave;

import dev.plimsoll.jfr.probe.v1.Binding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * LWJGL 3.3 and 3.4. All of memAlloc, memCalloc, memRealloc and memFree, of structures too, end in six roots of
 * {@code MemoryUtil}. The owner is the buffer that is returned: it has no cleaner, so its death frees nothing, and who keeps
 * the raw address needs it no longer; its death is a suspicion, not a proof. Stack allocations move a pointer and are no
 * allocations.
 *
 * <p>Callbacks: {@code Callback.create} and {@code free} in 3.3, {@code Upcalls} in 3.4, which has two implementations:
 * libffi, and FFM on JDK 25. Both hold the Java object until it is freed, so there is no owner. libffi calls the
 * {@code callback} of each kind's interface, where calls are counted; the linker counts those of FFM.
 *
 * <p>Looked at with javap in 3.3.6 and 3.4.1, run with both. Not seen: allocators called directly, {@code LibCStdlib},
 * jemalloc and rpmalloc bindings, which are native methods, and what native libraries take by themselves.
 */
final class LwjglWeave implements LibraryFamily {

    private static final String MEMORY = "org/lwjgl/system/MemoryUtil";
    private static final String CALLBACK = "org/lwjgl/system/Callback";
    private static final String UPCALLS = "org/lwjgl/system/Upcalls";

    /** Result and last part of the names of what allocates a buffer of that many elements. */
    private static final String[][] BUFFERS = {
        {"java/nio/ByteBuffer", ""},
        {"java/nio/ShortBuffer", "Short"},
        {"java/nio/IntBuffer", "Int"},
        {"java/nio/LongBuffer", "Long"},
        {"java/nio/FloatBuffer", "Float"},
        {"java/nio/DoubleBuffer", "Double"},
        {"org/lwjgl/CLongBuffer", "CLong"},
        {"org/lwjgl/PointerBuffer", "Pointer"},
    };

    @Override
    public String binding() {
        return Binding.name(Binding.LWJGL);
    }

    @Override
    public String coordinates() {
        return "org.lwjgl:lwjgl";
    }

    @Override
    public List<Point> points() {
        List<Point> points = new ArrayList<>();
        Value first = Value.argument(0);
        Value second = Value.argument(1);
        points.add(root("nmemAlloc", "(J)J", first));
        points.add(root("nmemCalloc", "(JJ)J", Value.product(first, second)));
        points.add(root("nmemAlignedAlloc", "(JJ)J", second));
        points.add(Point.needed(MEMORY, "nmemRealloc", "(JJ)J", Roots.reallocation(Binding.LWJGL, first, second)));
        points.add(Point.needed(MEMORY, "nmemFree", "(J)V", Roots.free(Binding.LWJGL, first)));
        points.add(Point.needed(MEMORY, "nmemAlignedFree", "(J)V", Roots.free(Binding.LWJGL, first)));
        for (String[] buffer : BUFFERS) {
            String type = "L" + buffer[0] + ";";
            points.add(owning("memAlloc" + buffer[1], "(I)" + type));
            points.add(owning("memCalloc" + buffer[1], "(I)" + type));
            points.add(owning("memRealloc", "(" + type + "I)" + type));
        }
        points.add(owning("memCalloc", "(II)Ljava/nio/ByteBuffer;"));
        points.add(owning("memAlignedAlloc", "(II)Ljava/nio/ByteBuffer;"));
        points.add(Point.optional(
                CALLBACK, "create", "(Lorg/lwjgl/system/libffi/FFICIF;Ljava/lang/Object;)J", registration()));
        points.add(Point.optional(CALLBACK, "free", "(J)V", Registrations.release(first)));
        points.add(Point.optional(
                UPCALLS,
                "upcallCreate",
                "(Lorg/lwjgl/system/Callback$Descriptor;Ljava/lang/Object;)J",
                registration()));
        points.add(Point.optional(UPCALLS, "upcallFree", "(J)V", Registrations.releaseBelow(first)));
        return points;
    }

    @Override
    public Map<String, List<Point>> ofInterfacesBelow() {
        return Map.of(
                CALLBACK + "I",
                List.of(Point.optional(
                        CALLBACK + "I", "callback", "(JJ)V", Registrations.invocationOn(Value.receiver()))));
    }

    private static Point root(String method, String descriptor, Value bytes) {
        return Point.needed(MEMORY, method, descriptor, Roots.taken(Binding.LWJGL, bytes, Value.result()));
    }

    private static Point owning(String method, String descriptor) {
        return Point.optional(MEMORY, method, descriptor, Roots.owning(Binding.LWJGL, Value.result()));
    }

    private static Advice registration() {
        return Registrations.registration(
                Binding.LWJGL, Value.argument(1), Value.result(), Value.none(), Registrations.EXPLICIT);
    }

    @Override
    public String woven() {
        return "MemoryUtil and callbacks with their calls; not LibCStdlib or other allocators called directly";
    }
}

package renderer;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

/// Sorts draw commands by depth with the C library's `qsort`, which calls back into Java to compare. With
/// [Fault#CALLBACKS] the comparator of every frame gets an arena that nobody closes. Render thread only.
@SuppressWarnings("restricted")
final class DrawSorter {

    /// A demonstration that runs overnight must not fill the code cache.
    private static final long MOST_FORGOTTEN = 40_000;

    private static final FunctionDescriptor ORDER =
            FunctionDescriptor.of(JAVA_INT, ADDRESS.withTargetLayout(JAVA_INT), ADDRESS.withTargetLayout(JAVA_INT));

    private final Linker linker = Linker.nativeLinker();
    private final MethodHandle qsort = linker.downcallHandle(
            linker.defaultLookup().findOrThrow("qsort"),
            FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS));
    private final MethodHandle compare = DepthOrder.handle();
    private final boolean forget;
    private final Account.Site site;

    DrawSorter(Scenario scenario, Account.Site site) {
        this.forget = scenario.has(Fault.CALLBACKS);
        this.site = site;
    }

    /// The indices of `commands`, nearest first.
    int[] sort(List<DrawCommand> commands) {
        try (Arena frame = Arena.ofConfined()) {
            boolean lost = forget && site.forgotten() < MOST_FORGOTTEN;
            Arena callbacks = lost ? Arena.ofShared() : frame;
            MemorySegment comparator = register(new DepthOrder(commands), callbacks);
            MemorySegment indices = frame.allocate(JAVA_INT, commands.size());
            for (int i = 0; i < commands.size(); i++) {
                indices.setAtIndex(JAVA_INT, i, i);
            }
            qsort.invokeExact(indices, (long) commands.size(), JAVA_INT.byteSize(), comparator);
            if (lost) {
                site.forgot(0);
            } else {
                site.gaveBack(0);
            }
            return indices.toArray(JAVA_INT);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("qsort cannot be called.", e);
        }
    }

    private MemorySegment register(DepthOrder order, Arena arena) {
        MemorySegment stub = linker.upcallStub(compare.bindTo(order), ORDER, arena);
        site.took(0);
        return stub;
    }

    /// What `qsort` calls.
    ///
    /// @param depths by index of the draw command; a stub that is never released keeps them
    record DepthOrder(float[] depths) {

        DepthOrder(List<DrawCommand> commands) {
            this(depthsOf(commands));
        }

        int compare(MemorySegment left, MemorySegment right) {
            return Float.compare(depths[left.get(JAVA_INT, 0)], depths[right.get(JAVA_INT, 0)]);
        }

        static MethodHandle handle() {
            try {
                return MethodHandles.lookup()
                        .findVirtual(
                                DepthOrder.class,
                                "compare",
                                MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }

        private static float[] depthsOf(List<DrawCommand> commands) {
            float[] depths = new float[commands.size()];
            for (int i = 0; i < depths.length; i++) {
                depths[i] = commands.get(i).depth();
            }
            return depths;
        }
    }
}

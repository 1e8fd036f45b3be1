import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** As {@link NioTarget}, with what JDK 22 and later have. */
public class FfmTarget {

    private static final Linker LINKER = Linker.nativeLinker();

    public static void main(String[] args) throws Throwable {
        System.out.println("up");
        StringBuilder line = new StringBuilder();
        for (int b = System.in.read(); b >= 0; b = System.in.read()) {
            if (b != '\n') {
                line.append((char) b);
                continue;
            }
            String[] words = line.toString().split(" ");
            line.setLength(0);
            System.out.println(obey(words));
        }
    }

    private static String obey(String[] words) throws Throwable {
        int size = words.length > 1 ? Integer.parseInt(words[1]) : 0;
        int count = words.length > 2 ? Integer.parseInt(words[2]) : 1;
        switch (words[0]) {
            case "confined":
                for (int i = 0; i < count; i++) {
                    try (Arena arena = Arena.ofConfined()) {
                        arena.allocate(size);
                        arena.allocate(size, 4096);
                    }
                }
                return "ok";
            case "shared":
                for (int i = 0; i < count; i++) {
                    try (Arena arena = Arena.ofShared()) {
                        arena.allocate(size);
                    }
                }
                return "ok";
            case "lost":
                for (int i = 0; i < count; i++) {
                    Arena.ofShared().allocate(size);
                }
                return "ok";
            case "lost-together":
                Arena lost = Arena.ofShared();
                for (int i = 0; i < count; i++) {
                    lost.allocate(size);
                }
                return "ok";
            case "auto":
                for (int i = 0; i < count; i++) {
                    Arena.ofAuto().allocate(size);
                }
                return "ok";
            case "global":
                Arena.global().allocate(size);
                return "ok";
            case "virtual":
                return virtual(size, count);
            case "malloc":
                return malloc(size);
            case "callbacks":
                return callbacks(count);
            case "close-twice":
                return closeTwice();
            case "use-after-close":
                return useAfterClose(count);
            case "free-twice":
                return freeTwice(size);
            case "wrong-allocator":
                return wrongAllocator(size);
            case "reuse":
                return reuse(count);
            case "free-under-call":
                return freeUnderCall();
            case "close-under-call":
                return closeUnderCall();
            case "calls":
                return calls(count);
            case "refused-callback":
                return refused();
            case "failing-callback":
                return failing();
            default:
                return NioTarget.obey(words);
        }
    }

    /** Virtual threads that are parked between the allocation and the free, and so change their carriers. */
    private static String virtual(int size, int count) throws InterruptedException {
        java.util.List<Thread> threads = new java.util.ArrayList<>();
        for (int t = 0; t < count; t++) {
            threads.add(Thread.startVirtualThread(() -> {
                try (Arena arena = Arena.ofShared()) {
                    arena.allocate(size);
                    Thread.sleep(1);
                    arena.allocate(size);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return "ok";
    }

    private static String malloc(int size) throws Throwable {
        MethodHandle malloc = of("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle raw = of("malloc", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        MethodHandle odd = of("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        MethodHandle calloc =
                of("calloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        MethodHandle aligned = of(
                "aligned_alloc",
                FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        MethodHandle realloc =
                of("realloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle free = of("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        MethodHandle rawFree = of("free", FunctionDescriptor.ofVoid(ValueLayout.JAVA_LONG));

        MemorySegment grown =
                (MemorySegment) realloc.invokeExact((MemorySegment) malloc.invokeExact((long) size), 2L * size);
        MemorySegment failed = (MemorySegment) realloc.invokeExact(grown, Long.MAX_VALUE / 4);
        free.invokeExact(grown);
        rawFree.invokeExact((long) raw.invokeExact(3L * size));
        MemorySegment unseen = (MemorySegment) odd.invokeExact(size);
        free.invokeExact((MemorySegment) realloc.invokeExact(MemorySegment.NULL, 5L * size));
        MemorySegment kept = (MemorySegment) calloc.invokeExact(7L, (long) size);
        MemorySegment keptToo = (MemorySegment) aligned.invokeExact(64L, 64L * size);
        try {
            MemorySegment heap = (MemorySegment) realloc.invokeExact(MemorySegment.ofArray(new byte[8]), (long) size);
            return "unexpected";
        } catch (IllegalArgumentException e) {
            return failed.address() == 0 && unseen.address() != 0 && kept.address() != 0 && keptToo.address() != 0
                    ? "ok"
                    : "unexpected";
        }
    }

    private static String refused(Runnable misuse) {
        try {
            misuse.run();
            return "done";
        } catch (IllegalStateException e) {
            return "refused";
        }
    }

    private static String closeTwice() {
        Arena confined = Arena.ofConfined();
        confined.close();
        Arena shared = Arena.ofShared();
        shared.close();
        return refused(confined::close) + " " + refused(shared::close);
    }

    private static String useAfterClose(int count) {
        Arena confined = Arena.ofConfined();
        MemorySegment segment = confined.allocate(8);
        confined.close();
        String all = "";
        for (int i = 0; i < count; i++) {
            all = refused(() -> segment.set(ValueLayout.JAVA_BYTE, 0, (byte) 1));
        }
        return all + " " + refused(() -> confined.allocate(8));
    }

    private static String freeTwice(int size) throws Throwable {
        MethodHandle malloc = of("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle free = of("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        MemorySegment block = (MemorySegment) malloc.invokeExact((long) size);
        free.invokeExact(block);
        try {
            free.invokeExact(block);
            return "done";
        } catch (IllegalStateException e) {
            return "refused";
        }
    }

    private static String wrongAllocator(int size) throws Throwable {
        MethodHandle free = of("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        long address = NioTarget.UNSAFE.allocateMemory(size);
        String answer;
        try {
            free.invokeExact(MemorySegment.ofAddress(address));
            return "done";
        } catch (IllegalStateException e) {
            answer = "refused";
        }
        // What was refused has not happened: the block is still there to be freed as it should be.
        NioTarget.UNSAFE.freeMemory(address);
        return answer;
    }

    /** The C library takes an address again that was freed through a handle, and nobody sees it do so. */
    private static String reuse(int count) throws Throwable {
        MethodHandle malloc = of("malloc", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        MethodHandle free = of("free", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        MethodHandle strdup = of("strdup", FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
        int same = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment text = arena.allocateFrom("odd text of twenty-six");
            for (int i = 0; i < count; i++) {
                MemorySegment block = (MemorySegment) malloc.invokeExact(23L);
                free.invokeExact(block);
                MemorySegment copy = (MemorySegment) strdup.invokeExact(text);
                same += copy.address() == block.address() ? 1 : 0;
                free.invokeExact(copy);
            }
        }
        return same > 0 ? "ok" : "never the same";
    }

    /** A block is freed while another thread writes it to a full pipe, which is known because the pipe's other end reads. */
    private static String freeUnderCall() throws Throwable {
        MethodHandle write = of(
                "write",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        long bytes = 4 << 20;
        long block = NioTarget.UNSAFE.allocateMemory(bytes);
        try (Arena arena = Arena.ofShared()) {
            int[] ends = pipe(arena);
            Thread writer = writing(write, ends[1], MemorySegment.ofAddress(block), bytes);
            String answer;
            try (java.io.FileInputStream in = new java.io.FileInputStream("/proc/self/fd/" + ends[0])) {
                in.read();
                answer = refused(() -> NioTarget.UNSAFE.freeMemory(block));
                drain(ends[0], in, writer);
            }
            if (answer.equals("refused")) {
                NioTarget.UNSAFE.freeMemory(block);
            }
            return answer;
        }
    }

    /** The same with an arena's memory: the JDK itself does not let it go. */
    private static String closeUnderCall() throws Throwable {
        MethodHandle write = of(
                "write",
                FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
        long bytes = 4 << 20;
        Arena closed = Arena.ofShared();
        try (Arena arena = Arena.ofShared()) {
            int[] ends = pipe(arena);
            Thread writer = writing(write, ends[1], closed.allocate(bytes), bytes);
            try (java.io.FileInputStream in = new java.io.FileInputStream("/proc/self/fd/" + ends[0])) {
                in.read();
                String answer = refused(closed::close);
                drain(ends[0], in, writer);
                closed.close();
                return answer;
            }
        }
    }

    private static int[] pipe(Arena arena) throws Throwable {
        MethodHandle pipe = of("pipe", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        MemorySegment ends = arena.allocate(8);
        if ((int) pipe.invokeExact(ends) != 0) {
            throw new IllegalStateException("no pipe");
        }
        return new int[] {ends.getAtIndex(ValueLayout.JAVA_INT, 0), ends.getAtIndex(ValueLayout.JAVA_INT, 1)};
    }

    private static Thread writing(MethodHandle write, int end, MemorySegment from, long bytes) {
        MethodHandle close = of("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        Thread writer = new Thread(() -> {
            try {
                long written = (long) write.invokeExact(end, from, bytes);
                int closed = (int) close.invokeExact(end);
                KEPT.add(written + closed);
            } catch (Throwable t) {
                throw new AssertionError(t);
            }
        });
        writer.start();
        return writer;
    }

    private static final java.util.List<Long> KEPT = new java.util.concurrent.CopyOnWriteArrayList<>();

    private static void drain(int end, java.io.InputStream in, Thread writer) throws Throwable {
        byte[] some = new byte[1 << 16];
        while (in.read(some) >= 0) {
            some[0] = 0;
        }
        writer.join();
        MethodHandle close = of("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        int closed = (int) close.invokeExact(end);
        KEPT.add((long) closed);
    }

    private static String calls(int count) throws Throwable {
        MethodHandle abs = of("labs", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
        MethodHandle length = of("strlen", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        MethodHandle sleep = of("usleep", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        long sum = 0;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment seven = arena.allocateFrom("seven??");
            for (int i = 0; i < count; i++) {
                sum += (long) abs.invokeExact(-3L) + (long) length.invokeExact(seven);
            }
        }
        for (int i = 0; i < 5; i++) {
            sum += (int) sleep.invokeExact(10_000);
        }
        return "sum " + sum;
    }

    static int compare(MemorySegment a, MemorySegment b) {
        return 0;
    }

    /** One callback per round, called three times by qsort, released with its arena; one more is lost. */
    private static String callbacks(int count) throws Throwable {
        MethodHandle qsort = of(
                "qsort",
                FunctionDescriptor.ofVoid(
                        ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
        for (int i = 0; i < count; i++) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment three = arena.allocate(12);
                qsort.invokeExact(three, 3L, 4L, stub(arena));
            }
        }
        stub(Arena.ofShared());
        return "ok";
    }

    private static MemorySegment stub(Arena arena) throws ReflectiveOperationException {
        MethodHandle compare = MethodHandles.lookup()
                .findStatic(
                        FfmTarget.class,
                        "compare",
                        MethodType.methodType(int.class, MemorySegment.class, MemorySegment.class));
        return LINKER.upcallStub(
                compare, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS), arena);
    }

    static void throwing() throws java.io.IOException {
        throw new java.io.IOException();
    }

    /** The linker refuses a target that declares an exception; it must still see it. */
    private static String refused() throws ReflectiveOperationException {
        MethodHandle target =
                MethodHandles.lookup().findStatic(FfmTarget.class, "throwing", MethodType.methodType(void.class));
        try (Arena arena = Arena.ofConfined()) {
            LINKER.upcallStub(target, FunctionDescriptor.ofVoid(), arena);
            return "not refused";
        } catch (IllegalArgumentException e) {
            return "refused";
        }
    }

    private static String failing() {
        try {
            LINKER.upcallStub(null, FunctionDescriptor.ofVoid(), Arena.ofAuto());
            return "not refused";
        } catch (NullPointerException e) {
            return "refused";
        }
    }

    private static MethodHandle of(String name, FunctionDescriptor descriptor) {
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), descriptor);
    }
}

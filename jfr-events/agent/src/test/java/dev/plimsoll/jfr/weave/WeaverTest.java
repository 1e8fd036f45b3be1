package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.jfr.probe.v1.Probe;
import dev.plimsoll.testing.Jdks;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Woven bytes are valid, broken bytes stay as they are, and a probe that throws is nobody's trouble. */
class WeaverTest {

    /** The real classes of that JDK, each checked by ASM's verifier; the VM's own sees them in the tests of the agent. */
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void wovenClassesVerify(int feature) throws IOException {
        int checked = 0;
        try (FileSystem modules = FileSystems.newFileSystem(
                URI.create("jrt:/"), Map.of("java.home", Jdks.home(feature).toString()))) {
            Weaver weaver = new Weaver();
            List<String> types = Weaver.FAMILIES.stream()
                    .flatMap(family -> family.points().stream())
                    .map(Point::type)
                    .distinct()
                    .toList();
            for (String type : types) {
                Path file = modules.getPath("/modules/java.base", type + ".class");
                if (!Files.exists(file)) {
                    continue;
                }
                byte[] original = Files.readAllBytes(file);
                byte[] woven = weaver.transform(null, type, null, null, original);
                assertNotNull(woven, () -> type + ": " + weaver.problemOf(type));
                StringWriter complaints = new StringWriter();
                CheckClassAdapter.verify(
                        new ClassReader(woven), getClass().getClassLoader(), false, new PrintWriter(complaints));
                assertEquals("", complaints.toString(), type);
                assertTrue(weaver.isOriginal(type, original));
                checked++;
            }
        }
        assertTrue(checked >= (feature == 17 ? 3 : 9), "checked " + checked);
    }

    @Test
    void brokenBytesStayAsTheyAreAndAreOneProblem() {
        Weaver weaver = new Weaver();
        byte[] broken = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 61, 0, 9, 1};
        byte[] before = broken.clone();
        assertNull(weaver.transform(null, "jdk/internal/misc/Unsafe", null, null, broken));
        assertArrayEquals(before, broken);
        assertNotNull(weaver.problemOf("jdk/internal/misc/Unsafe"));
        assertNull(weaver.problemOf("java/nio/DirectByteBuffer"));
    }

    @Test
    void aClassWithoutItsMethodStaysAsItIsAndSaysWhichIsMissing() throws IOException {
        Weaver weaver = new Weaver();
        assertNull(weaver.transform(null, "jdk/internal/misc/Unsafe", null, null, bytes(Sample.class)));
        String problem = weaver.problemOf("jdk/internal/misc/Unsafe");
        assertTrue(problem != null && problem.contains("allocateMemory(J)J"), problem);
    }

    @Test
    void aClassThatCannotSeeTheProbeIsLeftAlone() throws IOException {
        Weaver weaver = new Weaver();
        try (URLClassLoader blind = new URLClassLoader(new URL[0], null)) {
            assertNull(weaver.transform(blind, "jdk/internal/misc/Unsafe", null, null, bytes(Sample.class)));
        }
        assertEquals("its class loader does not see the probe", weaver.problemOf("jdk/internal/misc/Unsafe"));
    }

    /** Of a version that the reader of class files does not know yet, as a later JDK makes them. */
    @Test
    void anInterfaceThatCannotBeReadIsAProblemOfItsLibrary() {
        Weaver weaver = new Weaver();
        assertNull(weaver.transform(null, "any/PaintI", null, null, later("any/PaintI", "org/lwjgl/system/CallbackI")));
        String problem = weaver.problemOf("org/lwjgl/system/CallbackI");
        assertTrue(problem != null && problem.startsWith("any.PaintI: Unsupported class file"), problem);
        assertNotNull(weaver.problemOf("any/PaintI"));
    }

    @Test
    void whatCannotBeReadAndIsOfNoLibraryIsNoProblem() {
        Weaver weaver = new Weaver();
        int before = weaver.changes();
        assertNull(weaver.transform(null, "any/OtherI", null, null, later("any/OtherI", "any/Above")));
        assertNull(weaver.transform(null, "any/BrokenI", null, null, new byte[] {1, 2, 3}));
        assertNull(weaver.problemOf("any/OtherI"));
        assertEquals(before, weaver.changes());
    }

    private static byte[] later(String type, String above) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
                type,
                null,
                "java/lang/Object",
                new String[] {above});
        writer.visitEnd();
        byte[] file = writer.toByteArray();
        file[7] = 99;
        return file;
    }

    @Test
    void classesOfOthersAreNotLookedAt() {
        assertNull(new Weaver().transform(null, "java/lang/String", null, null, new byte[0]));
    }

    /** What the test weaves: loops, branches, tries, long locals, a throw. */
    public static final class Sample implements LongUnaryOperator {

        @Override
        public long applyAsLong(long n) {
            long sum = 0;
            for (long i = n; i > 0; i--) {
                try {
                    sum += i % 3 == 0 ? Long.parseLong("x") : i;
                } catch (NumberFormatException e) {
                    sum -= 1;
                }
            }
            if (n > 100) {
                throw new IllegalStateException("over " + n);
            }
            return sum;
        }
    }

    /** Stands where a probe stands. */
    public static final class Bad {

        static final List<String> CALLS = new ArrayList<>();

        private Bad() {}

        public static void begin(long n) {
            CALLS.add("begin " + n);
            throw new IllegalArgumentException();
        }

        public static void end(long result) {
            CALLS.add("end " + result);
            throw new StackOverflowError();
        }

        public static void thrown() {
            CALLS.add("thrown");
            throw new NoClassDefFoundError();
        }
    }

    @Test
    void aProbeThatThrowsIsCountedAndTheProgramGoesOn() throws Exception {
        LongUnaryOperator plain = new Sample();
        LongUnaryOperator woven = load(Weaver.weave(
                bytes(Sample.class),
                List.of(Point.needed("any", "applyAsLong", "(J)J", WeaverTest::badEverywhere)),
                null));
        long errors = Probe.errors;
        Bad.CALLS.clear();
        assertEquals(plain.applyAsLong(10), woven.applyAsLong(10));
        assertThrows(IllegalStateException.class, () -> woven.applyAsLong(101));
        assertEquals(List.of("begin 10", "end " + plain.applyAsLong(10), "begin 101", "thrown"), Bad.CALLS);
        assertEquals(errors + 4, Probe.errors);
    }

    private static void badEverywhere(Body body) {
        String bad = Bad.class.getName().replace('.', '/');
        int n = body.argument(0);
        body.atBegin((code, after) -> {
            ProbeCalls.load(code, org.objectweb.asm.Type.LONG_TYPE, n);
            ProbeCalls.call(code, bad, "begin", "(J)V");
        });
        body.beforeReturns(
                (code, after, result) -> {
                    ProbeCalls.load(code, org.objectweb.asm.Type.LONG_TYPE, result);
                    ProbeCalls.call(code, bad, "end", "(J)V");
                },
                Body.NOTHING);
        body.beforeThrows((code, after) -> ProbeCalls.call(code, bad, "thrown", "()V"), Body.NOTHING);
    }

    private static LongUnaryOperator load(byte[] bytes) throws ReflectiveOperationException {
        ClassLoader loader = new ClassLoader(WeaverTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(Sample.class.getName())
                        ? defineClass(name, bytes, 0, bytes.length)
                        : super.loadClass(name, resolve);
            }
        };
        return (LongUnaryOperator)
                loader.loadClass(Sample.class.getName()).getConstructor().newInstance();
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }
}

package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnNode;

/** Woven classes of the libraries: the VM links them, and code it would not link never gets to it. */
class LibraryClassesTest {

    private static final Path LIBRARIES = Path.of("target", "libs");

    static List<String> libraries() {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void theVmLinksThem(String library) throws IOException, ClassNotFoundException {
        Weaver weaver = new Weaver();
        List<String> woven = new ArrayList<>();
        try (Stream<Path> files = Files.list(LIBRARIES.resolve(library));
                Loader loader = new Loader(urls(files), weaver, woven)) {
            for (String type : types()) {
                if (loader.findResource(type + ".class") != null) {
                    // Asking for the methods links a class and does not initialise it.
                    Class.forName(type.replace('/', '.'), false, loader).getDeclaredMethods();
                    assertNull(weaver.problemOf(type));
                    assertTrue(woven.contains(type), type);
                }
            }
        }
        assertNotEquals(List.of(), woven);
    }

    @Test
    void codeThatDoesNotFitItsFramesIsNotGivenToTheVm() throws IOException {
        String type = "com/sun/jna/Memory";
        byte[] original = read("jna", type);
        Advice bad = body -> body.atBegin((code, after) -> code.add(new InsnNode(Opcodes.POP)));
        Weaver weaver = new Weaver(List.of(new JnaLike(Point.needed(type, "malloc", "(J)J", bad))));

        assertNull(weaver.transform(getClass().getClassLoader(), type, null, null, original));
        assertNotNull(weaver.problemOf(type));
    }

    @Test
    void classesThatAnotherLibraryCarriesAlongAreKnownByTheEndOfTheirNames() {
        Table table = new Table(Weaver.FAMILIES);
        String arena = "com/example/shaded/io/netty/buffer/PoolArena$DirectArena";

        assertEquals("io/netty/buffer/PoolArena$DirectArena", table.known(arena));
        assertEquals(
                "(IIII)Lcom/example/shaded/io/netty/buffer/PoolChunk;",
                table.points(arena, "io/netty/buffer/PoolArena$DirectArena")
                        .get(0)
                        .descriptor());
        assertNull(table.known("com/example/buffer/PoolArena$DirectArena"));
        assertNull(table.known("example/com/sun/jna/Memory"));
    }

    private record JnaLike(Point point) implements LibraryFamily {
        @Override
        public String binding() {
            return "jna";
        }

        @Override
        public String coordinates() {
            return "net.java.dev.jna:jna";
        }

        @Override
        public List<Point> points() {
            return List.of(point);
        }

        @Override
        public String woven() {
            return "one method";
        }
    }

    /** Loads a library's classes and weaves those that are in the table. */
    private static final class Loader extends URLClassLoader {

        private final Weaver weaver;
        private final List<String> woven;

        Loader(URL[] jars, Weaver weaver, List<String> woven) {
            super(jars, LibraryClassesTest.class.getClassLoader());
            this.weaver = weaver;
            this.woven = woven;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            String type = name.replace('.', '/');
            try (InputStream in = getResourceAsStream(type + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] original = in.readAllBytes();
                byte[] bytes = weaver.transform(this, type, null, null, original);
                if (bytes != null) {
                    woven.add(type);
                }
                byte[] defined = bytes == null ? original : bytes;
                return defineClass(name, defined, 0, defined.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static URL[] urls(Stream<Path> files) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (Path jar : files.toList()) {
            urls.add(jar.toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }

    private static byte[] read(String library, String type) throws IOException {
        try (Stream<Path> files = Files.list(LIBRARIES.resolve(library));
                URLClassLoader loader = new URLClassLoader(urls(files), null);
                InputStream in = loader.getResourceAsStream(type + ".class")) {
            assertNotNull(in);
            return in.readAllBytes();
        }
    }

    private static List<String> types() {
        return Weaver.FAMILIES.stream()
                .filter(LibraryFamily.class::isInstance)
                .flatMap(family -> family.points().stream())
                .map(Point::type)
                .distinct()
                .toList();
    }

    /** A class is given its own bytes back only when it is known again: of those below an interface, interfaces alone. */
    @Test
    void aClassBelowAnInterfaceIsNoInterface() {
        Table table = new Table(Weaver.FAMILIES);
        assertEquals(
                1,
                table.below("game/KeyI", below(Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE))
                        .size());
        assertEquals(List.of(), table.below("game/KeyI", below(Opcodes.ACC_ABSTRACT)));
    }

    private static byte[] below(int access) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V17, access, "game/KeyI", null, "java/lang/Object", new String[] {"org/lwjgl/system/CallbackI"
                });
        writer.visitEnd();
        return writer.toByteArray();
    }
}

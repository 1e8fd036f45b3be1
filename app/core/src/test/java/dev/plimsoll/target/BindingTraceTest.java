package dev.plimsoll.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which binding libraries a JVM shows before it is touched.
final class BindingTraceTest {

    /// Opens a jar, as a class loader of an application server would.
    private static final String OPENS_A_JAR =
            """
            public class Opens {
                public static void main(String[] args) throws Exception {
                    var jar = new java.util.jar.JarFile(System.getProperty("jar"));
                    System.out.println("up");
                    System.in.read();
                    jar.close();
                }
            }
            """;

    @Test
    void namesOfJarsAndLibrariesTell() {
        assertEquals(
                List.of(
                        new BindingTrace("gl", "3.3.4"),
                        new BindingTrace("javacpp", "1.5.11"),
                        new BindingTrace("javafx", ""),
                        new BindingTrace("jna", "5.15.0"),
                        new BindingTrace("jnr", "1.3.11"),
                        new BindingTrace("lwjgl", "3.3.4"),
                        new BindingTrace("netty", "4.1.115.Final"),
                        new BindingTrace("rocksdb", ""),
                        new BindingTrace("skija", "0.116.4")),
                BindingTrace.among(List.of(
                        "/lib/lwjgl-3.3.4.jar",
                        "/lib/lwjgl-3.3.4-natives-linux.jar",
                        "/lib/lwjgl-opengl-3.3.4.jar",
                        "/lib/javacpp-1.5.11-linux-x86_64.jar",
                        "7f00-7f10 r-xp 00000000 08:01 7 /opt/fx/lib/libprism_es2.so",
                        "7f20-7f30 r-xp 00000000 08:01 8 /home/ann/.cache/JNA/temp/jna1234567.tmp (deleted)",
                        "/lib/jna-5.15.0.jar",
                        "/lib/jffi-1.3.11-native.jar",
                        "C:\\lib\\netty-buffer-4.1.115.Final.jar",
                        "7f40-7f50 r-xp 00000000 08:01 9 /tmp/librocksdbjni123.so",
                        "/lib/skija-linux-x64-0.116.4.jar",
                        "/lib/commons-lang3-3.17.0.jar",
                        "/lib/lwjgl-glfw-3.3.4.jar",
                        "/lib/my-jna-tools.jar",
                        "socket:[12345]")));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void seenOnTheClassPathAndAmongOpenFiles(int jdk, @TempDir Path folder) throws Exception {
        assumeTrue(LinuxProcess.available());
        Path onPath = jar(folder.resolve("javacpp-1.5.11.jar"));
        Path opened = jar(folder.resolve("jna-5.15.0.jar"));
        try (ChildJvm child = ChildJvm.with(List.of(onPath), jdk, OPENS_A_JAR, "-Djar=" + opened)) {
            assertEquals(
                    List.of(new BindingTrace("javacpp", "1.5.11"), new BindingTrace("jna", "5.15.0")),
                    JvmList.find(child.pid()).facts().bindings());
        }
    }

    private static Path jar(Path file) throws Exception {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new java.util.zip.ZipEntry("a"));
        }
        return file;
    }
}

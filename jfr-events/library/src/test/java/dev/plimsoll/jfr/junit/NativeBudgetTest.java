package dev.plimsoll.jfr.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.testing.Jdks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build of somebody else's, with Maven and JUnit 5: budgets that are broken fail it with the right line. */
final class NativeBudgetTest {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>acme</groupId><artifactId>acme</artifactId><version>1</version>
              <properties>
                <maven.compiler.release>17</maven.compiler.release>
                <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId><version>5.13.4</version>
                </dependency>
                <dependency>
                  <groupId>dev.plimsoll</groupId><artifactId>plimsoll-library</artifactId><version>1</version>
                  <scope>system</scope><systemPath>@library@</systemPath>
                </dependency>
                <dependency>
                  <groupId>dev.plimsoll</groupId><artifactId>plimsoll-boot</artifactId><version>1</version>
                  <scope>system</scope><systemPath>@boot@</systemPath>
                </dependency>
              </dependencies>
              <build><plugins>
                <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
                <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
                <plugin><artifactId>maven-surefire-plugin</artifactId><version>3.6.1</version></plugin>
              </plugins></build>
            </project>
            """;

    private static final String CACHE = """
            package acme;

            import java.nio.ByteBuffer;
            import java.util.*;

            final class Cache {
                private static final List<ByteBuffer> KEPT = new ArrayList<>();

                static ByteBuffer take(int bytes) {
                    return ByteBuffer.allocateDirect(bytes);
                }

                static void keep(int bytes) {
                    KEPT.add(ByteBuffer.allocateDirect(bytes)); // here
                }
            }
            """;

    private static final String TEST = """
            package acme;

            import dev.plimsoll.jfr.junit.NativeBudget;
            import dev.plimsoll.jfr.library.*;
            import java.util.concurrent.atomic.AtomicInteger;
            import org.junit.jupiter.api.*;

            final class CacheTest {
                private NativeHandle handle;

                @BeforeEach
                void take() {
                    handle = NativeHandle.of("acme", 0x7000, 3_000_017, address -> {});
                }

                @AfterEach
                void give() {
                    handle.close();
                }

                @Test
                @NativeBudget(liveBytes = "1MiB")
                void keepsTooMuch() {
                    for (int i = 0; i < 7; i++) {
                        Cache.keep(300_007);
                    }
                }

                @Test
                @NativeBudget(liveBytes = "1MiB", bindings = {"direct", "acme"})
                void leavesItToTheCollector() {
                    for (int i = 0; i < 7; i++) {
                        Cache.take(300_007);
                    }
                }

                @Test
                @NativeBudget(liveBytes = "0", bindings = "acme")
                void forgetsCallbacks() {
                    for (int i = 0; i < 3; i++) {
                        CallbackHandle.of("acme", 0x9000 + i, "acme.Cache.take", stub -> {});
                    }
                }

                @Test
                @NativeBudget(liveBytes = "0", bindings = "acme")
                void forgetsAnOwner() {
                    NativeHandle.ownedBy(new Object(), "acme", 0x8000, 4_001, address -> {});
                }

                @Test
                @NativeBudget(liveBytes = "a lot")
                void isMisspelt() {}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aBrokenBudgetFailsTheBuildWithItsLine() throws Exception {
        write(
                "pom.xml",
                POM.replace("@library@", System.getProperty("plimsoll.library"))
                        .replace("@boot@", System.getProperty("plimsoll.boot")));
        write("src/main/java/acme/Cache.java", CACHE);
        write("src/test/java/acme/CacheTest.java", TEST);
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("plimsoll.root"), "mvnw").toString(), "-B", "-ntp", "test")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", Jdks.home(17).toString());
        Process maven = builder.start();
        String out = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, maven.waitFor(), out);
        assertTrue(out.contains("Tests run: 5, Failures: 2, Errors: 1, Skipped: 0"), out);
        int line =
                1 + (int) CACHE.substring(0, CACHE.indexOf("// here")).lines().count() - 1;
        assertTrue(
                out.contains("Native memory over budget: 2.0 MiB live, allowed 1.0 MiB.\n"
                        + "  2.0 MiB in 7 blocks of direct\n"
                        + "    at acme.Cache.keep(Cache.java:" + line + ")\n"
                        + "    at acme.CacheTest.keepsTooMuch(CacheTest.java:"),
                out);
        assertTrue(
                out.contains("Callbacks over budget: 3 live, allowed 0.\n"
                        + "  3 callbacks of acme\n"
                        + "    at acme.CacheTest.forgetsCallbacks(CacheTest.java:"),
                out);
        assertTrue(out.contains("@NativeBudget(liveBytes = \"a lot\") is no size; write for example"), out);
    }

    private void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}

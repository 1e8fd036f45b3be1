package dev.plimsoll.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

final class JdksTest {
    @ParameterizedTest
    @ValueSource(ints = {17, 25})
    void homeIsOfThatRelease(int feature) throws Exception {
        Process java = new ProcessBuilder(Jdks.java(feature).toString(), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, java.waitFor(), said);
        assertTrue(said.contains("java.specification.version = " + feature), said);
    }

    @Test
    void absentReleaseAbortsWithTheReason() {
        TestAbortedException aborted = assertThrows(TestAbortedException.class, () -> Jdks.home(4));
        assertTrue(aborted.getMessage().startsWith("left out: no JDK 4 "), aborted.getMessage());
    }
}

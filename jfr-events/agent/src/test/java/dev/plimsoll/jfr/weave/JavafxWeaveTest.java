package dev.plimsoll.jfr.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavafxWeaveTest {

    /** JavaFX 26 wants JDK 24 or later; before, it has no platform without a display. */
    @Test
    void whatPrismDisposesOfIsFollowed(@TempDir Path directory) throws Exception {
        Watched run = Watched.run(
                directory,
                25,
                "UsesJavafx",
                "javafx",
                r -> r.of("NativeFree").anyMatch(e -> e.getString("binding").equals("javafx")),
                "-Dglass.platform=Headless",
                "-Dprism.order=sw");
        Recorded recorded = run.recorded();

        assertEquals(1, run.told("disposed"));
        RecordedEvent lost = recorded.of("NativeAllocation")
                .filter(e -> e.getString("binding").equals("javafx")
                        && Recorded.frames(e).stream().anyMatch(f -> f.startsWith("UsesJavafx.lambda")))
                .findFirst()
                .orElseThrow();
        assertEquals("handle java.lang.Object", lost.getString("kind") + " " + lost.getString("ownerClass"));
        assertEquals(
                "cleaner",
                recorded.of("NativeFree")
                        .filter(e -> e.getLong("address") == lost.getLong("address"))
                        .findFirst()
                        .orElseThrow()
                        .getString("cause"));
        assertTrue(
                recorded.of("NativeAllocation")
                        .anyMatch(e -> "com.sun.pisces.PiscesRenderer".equals(e.getString("ownerClass"))),
                "a snapshot draws with a native renderer");
        assertNotEquals(0, recorded.total("javafx", "frees"));
        assertEquals("woven 26.0.2", recorded.coverage("javafx"));
        assertEquals(0, recorded.errors());
    }
}

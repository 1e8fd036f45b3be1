package dev.plimsoll.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class DemoStartTest {

    @Test
    void startsOneRendererAtATime() throws Exception {
        DemoStart demo = new DemoStart();
        long first = demo.start().pid();
        try {
            assertEquals(first, demo.start().pid(), "it runs already");
        } finally {
            end(first);
        }
        long second = demo.start().pid();
        end(second);
        assertNotEquals(first, second, "the first one is gone");
    }

    private static void end(long pid) throws Exception {
        ProcessHandle renderer = ProcessHandle.of(pid).orElseThrow();
        renderer.destroyForcibly();
        renderer.onExit().get(20, TimeUnit.SECONDS);
    }
}

package dev.plimsoll.ui.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// Code in an advice, as it is shown.
final class AdviceBoxTest {

    @Test
    void aStatementALineAndBlocksIndented() {
        assertEquals(
                "try (Arena arena = Arena.ofConfined()) {\n    call(linker.upcallStub(target, type, arena));\n}",
                AdviceBox.laidOut(
                        "try (Arena arena = Arena.ofConfined()) { call(linker.upcallStub(target, type, arena)); }"));
        assertEquals(
                "try {\n    use(px);\n} finally {\n    MemoryUtil.memFree(px);\n}",
                AdviceBox.laidOut("try { use(px); } finally { MemoryUtil.memFree(px); }"));
        assertEquals("for (int i = 0; i < n; i++) {\n}", AdviceBox.laidOut("for (int i = 0; i < n; i++) {}"));
        assertEquals("arena.close();", AdviceBox.laidOut("arena.close();"));
    }
}

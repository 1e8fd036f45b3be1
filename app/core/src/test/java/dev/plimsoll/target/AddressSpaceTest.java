package dev.plimsoll.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class AddressSpaceTest {

    @Test
    void readsTheBytesThatStandAtAnAddressAndSaysWhereTheyLie() throws Exception {
        long pid = ProcessHandle.current().pid();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate(4_099);
            for (int i = 0; i < 37; i++) {
                block.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 7 + 3));
            }
            AddressSpace.Mapping mapping =
                    AddressSpace.mapping(pid, block.address() + 1).orElseThrow();
            assertTrue(mapping.contains(block.address()));
            assertTrue(mapping.permissions().startsWith("rw"), mapping.toString());
            assertArrayEquals(
                    block.asSlice(0, 37).toArray(ValueLayout.JAVA_BYTE),
                    AddressSpace.bytes(pid, block.address(), 37));
        }
    }

    @Test
    void nothingIsMappedAtTheBeginningAndReadingThereSaysSo() throws Exception {
        long pid = ProcessHandle.current().pid();
        assertTrue(AddressSpace.mapping(pid, 16).isEmpty());
        TargetException refused = assertThrows(TargetException.class, () -> AddressSpace.bytes(pid, 16, 8));
        assertTrue(String.valueOf(refused.getMessage()).contains("0x10"), refused.getMessage());
    }

    @Test
    void aLineOfMapsIsTakenApart() {
        AddressSpace.Mapping mapping = AddressSpace.Mapping.of(
                "7f3a0e4c0000-7f3a0e500000 r-xp 00002000 08:01 131 /usr/lib/a b.so");
        assertEquals(0x40000, mapping.bytes());
        assertEquals("r-xp", mapping.permissions());
        assertEquals("/usr/lib/a b.so", mapping.name());
    }
}

package dev.plimsoll.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plimsoll.ledger.Estimate;
import dev.plimsoll.ui.SampleSnapshots;
import org.junit.jupiter.api.Test;

final class WordsTest {

    private static final double MIB = SampleSnapshots.MIB;

    @Test
    void bytesTakeTheUnitThatReads() {
        assertEquals("0 B", Words.bytes(0));
        assertEquals("48 B", Words.bytes(48));
        assertEquals("256 KiB", Words.bytes(262_144));
        assertEquals("1.5 KiB", Words.bytes(1536));
        assertEquals("412.0 MiB", Words.bytes(412 * MIB));
        assertEquals("2,164.0 MiB", Words.bytes(2164 * MIB));
        assertEquals("12.0 GiB", Words.bytes(12_288 * MIB));
        assertEquals("\u22123.1 MiB", Words.bytes(-3.1 * MIB));
    }

    @Test
    void estimatesCarryTheirInterval() {
        double sigma = 8.1 * MIB / 1.96;
        assertEquals("412.0 ± 8.1 MiB", Words.bytes(new Estimate(412 * MIB, sigma * sigma)));
        assertEquals("412.0 MiB exact", Words.bytes(new Estimate(412 * MIB, 0)));
        assertEquals("± 8.1", Words.marginMib(new Estimate(412 * MIB, sigma * sigma)));
        assertEquals("± 0.1", Words.marginMib(new Estimate(412 * MIB, 1)));
        assertEquals("exact", Words.marginMib(new Estimate(412 * MIB, 0)));
        assertEquals("1,648", Words.count(new Estimate(1648, 0)));
    }

    @Test
    void signsAreRealAndZeroHasNone() {
        assertEquals("+412.0", Words.signedMib(412 * MIB));
        assertEquals("\u22123.1", Words.signedMib(-3.1 * MIB));
        assertEquals("0.0", Words.signedMib(0.01 * MIB));
        assertEquals("0.0", Words.signedMib(-0.01 * MIB));
    }

    @Test
    void agesAndTimesAreShort() {
        assertEquals("7 m 26 s", Words.age(446_000_000_000L));
        assertEquals("59 s", Words.age(59_900_000_000L));
        assertEquals("2 h 14 m", Words.age(8_040_000_000_000L));
        assertEquals("6 d 02 h", Words.age(525_600_000_000_000L));
        assertEquals("14:06:28", Words.clock(SampleSnapshots.START + 388 * SampleSnapshots.SECOND));
        assertEquals("14:06:28.400", Words.time(SampleSnapshots.START + 388_400_000_000L));
        assertEquals("0x7f3a0e4c0000", Words.address(0x7f3a0e4c0000L));
        assertEquals("2.5 GiB", Words.limit(2560 * MIB));
        assertEquals("512 MiB", Words.limit(512 * MIB));
        assertEquals("44.2 %", Words.percent(0.442));
    }

    @Test
    void oneIsNotMany() {
        assertEquals("1 block", Words.blocks(1));
        assertEquals("1,604 blocks", Words.blocks(1_604));
        assertEquals("0 blocks", Words.blocks(0));
    }
}

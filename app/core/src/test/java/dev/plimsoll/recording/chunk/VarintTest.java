package dev.plimsoll.recording.chunk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// Many numbers are passed over at once as they are one by one.
class VarintTest {

    private static final int NUMBERS = 60;

    @RepeatedTest(200)
    void passesOverNumbersAtOnce(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        byte[] bytes = new byte[NUMBERS * Varint.LONGEST + Varint.SLACK];
        random.nextBytes(bytes);
        if (random.nextBoolean()) {
            for (int at = random.nextInt(7); at < bytes.length; at += 1 + random.nextInt(7)) {
                bytes[at] &= 0x7f;
            }
        }
        int longest = 0;
        int[] ends = new int[NUMBERS + 1];
        for (int i = 0; i < NUMBERS; i++) {
            ends[i + 1] = Varint.end(bytes, ends[i]);
            longest = Math.max(longest, ends[i + 1] - ends[i]);
            if (longest < Varint.LONGEST) {
                assertEquals(
                        ends[i + 1], Varint.behind(bytes, 0, i + 1, ends[i + 1]), i + " of " + Arrays.toString(bytes));
            }
            assertEquals(-1, Varint.behind(bytes, 0, i + 1, ends[i + 1] - 1), i + " of " + Arrays.toString(bytes));
        }
        if (longest == Varint.LONGEST) {
            assertEquals(-1, Varint.behind(bytes, 0, NUMBERS, ends[NUMBERS]), Arrays.toString(bytes));
        }
    }

    @RepeatedTest(200)
    void readsNumbersAtOnce(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        byte[] bytes = new byte[NUMBERS * Varint.LONGEST + Varint.SLACK];
        random.nextBytes(bytes);
        for (int at = random.nextInt(7); at < bytes.length; at += 1 + random.nextInt(12)) {
            bytes[at] &= 0x7f;
        }
        long[] one = new long[NUMBERS];
        int end = 0;
        for (int i = 0; i < NUMBERS; i++) {
            one[i] = Varint.value(bytes, end);
            end = Varint.end(bytes, end);
        }
        long[] all = new long[NUMBERS];
        assertEquals(end, Varint.values(bytes, 0, end + 1, NUMBERS, all), Arrays.toString(bytes));
        assertArrayEquals(one, all, Arrays.toString(bytes));
        assertEquals(-1, Varint.values(bytes, 0, end, NUMBERS, all), "another value must follow before the limit");
    }
}

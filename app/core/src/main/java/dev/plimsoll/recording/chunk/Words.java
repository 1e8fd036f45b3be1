package dev.plimsoll.recording.chunk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Numbers the words that events carry. A word of at most sixteen bytes, and nearly all are, is known again by its
/// bytes without a string being made: they fill two longs. One thread; for all chunks of a file.
final class Words {

    /// No word, and the empty one.
    static final int NOTHING = 0;

    /// Words beyond these share [#NOTHING], so that a hostile file cannot fill the heap.
    private static final int MOST = 1 << 18;

    private static final int MOST_CHARACTERS = 1 << 25;

    private static final int SHORT = 16;
    private static final long TOPS = 0x8080_8080_8080_8080L;
    private static final long SPREAD = new SplittableRandom().nextLong() | 1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private long characters;
    private boolean full;

    /// Short words: their first and second eight bytes, their encoding and length, their number.
    private long[] firsts = new long[256];
    private long[] seconds = new long[256];
    private int[] shapes = new int[256];
    private int[] values = new int[256];
    private int shorts;

    /// Numbers of the words in the chunk's pool, by their keys.
    private final LongMap pooled = new LongMap();

    private int behind;

    Words() {
        number("");
    }

    /// Goes on to another chunk.
    void begin() {
        pooled.clear();
    }

    /// Whether words were left out because there were too many.
    boolean full() {
        return full;
    }

    String word(int number) {
        return words.get(number);
    }

    int number(@Nullable String word) {
        if (word == null) {
            return NOTHING;
        }
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        if (words.size() == MOST || characters + word.length() > MOST_CHARACTERS) {
            full = true;
            return NOTHING;
        }
        characters += word.length();
        words.add(word);
        numbers.put(word, words.size() - 1);
        return words.size() - 1;
    }

    /// The position behind the string that was read last.
    int behind() {
        return behind;
    }

    /// The number of a string in compressed bytes.
    int read(byte[] bytes, int at, int end, Pools pools) {
        int encoding = bytes[at];
        if (encoding == 0 || encoding == 1) {
            behind = at + 1;
            return NOTHING;
        }
        if (encoding == 2) {
            behind = Varint.end(bytes, at + 1);
            return pooled(Varint.value(bytes, at + 1), pools);
        }
        int length = bytes[at + 1];
        int from = at + 2;
        if (encoding < 3 || length < 0 || length > SHORT || from + length > end) {
            return slowly(bytes, at, end, pools);
        }
        long first = Varint.word(bytes, from);
        long second = 0;
        if (length < 8) {
            first &= (1L << (8 * length)) - 1;
        } else if (length > 8) {
            second = Varint.word(bytes, from + 8) & (-1L >>> (8 * (SHORT - length)));
        }
        if (encoding == 4 && ((first | second) & TOPS) != 0) {
            return slowly(bytes, at, end, pools);
        }
        behind = from + length;
        int shape = encoding << 8 | length;
        int mask = values.length - 1;
        int slot = slot(first, second, mask);
        while (shapes[slot] != 0) {
            if (firsts[slot] == first && seconds[slot] == second && shapes[slot] == shape) {
                return values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, first, second, shape, slowly(bytes, at, end, pools));
    }

    private int pooled(long key, Pools pools) {
        int number = pooled.get(key);
        if (number == LongMap.NONE) {
            number = number(pools.string(key));
            pooled.put(key, number);
        }
        return number;
    }

    private int slowly(byte[] bytes, int at, int end, Pools pools) {
        Cursor cursor = new Cursor(bytes, at, end, true);
        int number = number(cursor.text(pools));
        behind = cursor.position();
        return number;
    }

    private int add(int slot, long first, long second, int shape, int value) {
        if (full) {
            return value;
        }
        firsts[slot] = first;
        seconds[slot] = second;
        shapes[slot] = shape;
        values[slot] = value;
        if (++shorts * 2 > values.length) {
            grow();
        }
        return value;
    }

    private void grow() {
        int length = values.length * 2;
        long[] oldFirsts = firsts;
        long[] oldSeconds = seconds;
        int[] oldShapes = shapes;
        int[] oldValues = values;
        firsts = new long[length];
        seconds = new long[length];
        shapes = new int[length];
        values = new int[length];
        for (int old = 0; old < oldShapes.length; old++) {
            if (oldShapes[old] != 0) {
                int slot = slot(oldFirsts[old], oldSeconds[old], length - 1);
                while (shapes[slot] != 0) {
                    slot = (slot + 1) & (length - 1);
                }
                firsts[slot] = oldFirsts[old];
                seconds[slot] = oldSeconds[old];
                shapes[slot] = oldShapes[old];
                values[slot] = oldValues[old];
            }
        }
    }

    private static int slot(long first, long second, int mask) {
        long mixed = (first * SPREAD ^ second) * SPREAD;
        return (int) (mixed >>> 32) & mask;
    }
}

package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.BlockLabels;
import dev.plimsoll.event.EventColumns;
import dev.plimsoll.event.FreeCause;
import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.recording.chunk.ChunkHeader.Clock;
import org.jspecify.annotations.Nullable;

/// Reads allocations and frees step by step into columns, without an object for an event. Their values are what
/// the reference decoder makes of the same event. One thread, for all chunks of a file.
final class HotDecoder {

    /// Bits that a word's number takes at most.
    private static final int WORD = 20;

    /// Places of the integers that begin an event in the usual order.
    private static final int TICKS = 0;

    private static final int STACK = 3;
    private static final int ADDRESS = 4;
    private static final int SIZE = 5;

    private final long[] integers = new long[SIZE + 1];
    private final Words words = new Words();
    private final BlockLabels labels;
    private final StackPool stacks;
    private final LongMap blockLabels = new LongMap();
    private final LongMap freeLabels = new LongMap();

    /// Of the chunk: words may be keys of its strings.
    private final Endings blockEndings = new Endings();

    private final Endings untracedEndings = new Endings();

    private final Endings freeEndings = new Endings();

    private Pools pools;
    private Clock clock;

    HotDecoder(BlockLabels labels, StackPool stacks, Pools pools, Clock clock) {
        this.labels = labels;
        this.stacks = stacks;
        this.pools = pools;
        this.clock = clock;
    }

    /// Goes on to another chunk.
    void begin(Pools chunkPools, Clock chunkClock) {
        pools = chunkPools;
        clock = chunkClock;
        words.begin();
        blockEndings.clear();
        untracedEndings.clear();
        freeEndings.clear();
    }

    /// Whether words were left out because there were too many.
    boolean full() {
        return words.full() || labels.full();
    }

    /// Adds the event whose fields are `bytes[from..end)`.
    ///
    /// @throws MalformedChunk when they are not as the plan says
    void read(HotPlan plan, byte[] bytes, int from, int end, EventColumns into) {
        if (plan.usual()) {
            usual(plan, bytes, from, end, into);
        } else if (plan.free()) {
            free(plan, bytes, from, end, into);
        } else {
            allocation(plan, bytes, from, end, into);
        }
    }

    /// The order that every JDK so far writes, without a step for each value. Start, duration, thread and stack come
    /// first in all, then the address, and of allocations the size.
    private void usual(HotPlan plan, byte[] bytes, int from, int end, EventColumns into) {
        int behind = Varint.values(bytes, from, end, plan.free() ? SIZE : SIZE + 1, integers);
        if (behind < 0) {
            throw cutShort();
        }
        double weight = 0;
        int stack = 0;
        if (!plan.free() && !plan.untraced()) {
            weight = NativeEvent.weight(Double.longBitsToDouble(Long.reverseBytes(Varint.word(bytes, behind))));
            behind = within(behind + Double.BYTES, end);
            stack = stacks.stack(integers[STACK], pools);
        }
        int label = label(plan, bytes, behind, end);
        long when = clock.nanos(integers[TICKS]);
        if (plan.free()) {
            into.free(when, integers[ADDRESS], label);
        } else {
            into.allocation(when, integers[ADDRESS], Math.max(0, integers[SIZE]), weight, label, stack);
        }
    }

    /// What the words from `from` on stand for.
    private int label(HotPlan plan, byte[] bytes, int from, int end) {
        if (!plan.toTheEnd()) {
            return readLabel(plan, bytes, from, end);
        }
        Endings endings = plan.free() ? freeEndings : plan.untraced() ? untracedEndings : blockEndings;
        int known = endings.find(bytes, from, end);
        if (known != Endings.NONE) {
            return known;
        }
        int label = readLabel(plan, bytes, from, end);
        endings.add(bytes, from, end, label);
        return label;
    }

    private int readLabel(HotPlan plan, byte[] bytes, int from, int end) {
        int binding = words.read(bytes, from, end, pools);
        int second = words.read(bytes, within(words.behind(), end), end, pools);
        if (plan.free()) {
            within(words.behind(), end + 1);
            return freeLabel(binding, second);
        }
        int owner = words.read(bytes, within(words.behind(), end), end, pools);
        int behind = within(words.behind(), plan.flagged() ? end : end + 1);
        return blockLabel(binding, second, owner, plan.untraced() || (plan.flagged() && bytes[behind] != 0));
    }

    private static int within(int at, int end) {
        if (at >= end) {
            throw cutShort();
        }
        return at;
    }

    private void allocation(HotPlan plan, byte[] bytes, int from, int end, EventColumns into) {
        int at = from;
        int other = 0;
        long ticks = 0;
        long address = 0;
        long size = 0;
        double weight = plan.untraced() ? 0 : 1;
        long stack = 0;
        boolean every = plan.untraced();
        int owner = Words.NOTHING;
        int binding = Words.NOTHING;
        int kind = Words.NOTHING;
        for (HotPlan.Step step : plan.steps()) {
            if (at >= end) {
                throw cutShort();
            }
            switch (step) {
                case TIME -> {
                    ticks = Varint.value(bytes, at);
                    at = Varint.end(bytes, at);
                }
                case STACK -> {
                    stack = Varint.value(bytes, at);
                    at = Varint.end(bytes, at);
                }
                case ADDRESS -> {
                    address = Varint.value(bytes, at);
                    at = Varint.end(bytes, at);
                }
                case BYTES -> {
                    size = Varint.value(bytes, at);
                    at = Varint.end(bytes, at);
                }
                case OWNER -> {
                    owner = words.read(bytes, at, end, pools);
                    at = words.behind();
                }
                case WEIGHT -> {
                    weight = Double.longBitsToDouble(Long.reverseBytes(Varint.word(bytes, at)));
                    at += Double.BYTES;
                }
                case BINDING -> {
                    binding = words.read(bytes, at, end, pools);
                    at = words.behind();
                }
                case KIND -> {
                    kind = words.read(bytes, at, end, pools);
                    at = words.behind();
                }
                case EVERY -> every = bytes[at++] != 0;
                case INTEGER -> at = Varint.end(bytes, at);
                case OTHER, CAUSE -> at = behind(plan.others()[other++], bytes, at, end);
            }
        }
        if (at > end) {
            throw cutShort();
        }
        into.allocation(
                clock.nanos(ticks),
                address,
                Math.max(0, size),
                NativeEvent.weight(weight),
                blockLabel(binding, kind, owner, every),
                stacks.stack(stack, pools));
    }

    private void free(HotPlan plan, byte[] bytes, int from, int end, EventColumns into) {
        int at = from;
        int other = 0;
        long ticks = 0;
        long address = 0;
        int binding = Words.NOTHING;
        int cause = Words.NOTHING;
        for (HotPlan.Step step : plan.steps()) {
            if (at >= end) {
                throw cutShort();
            }
            switch (step) {
                case TIME -> {
                    ticks = Varint.value(bytes, at);
                    at = Varint.end(bytes, at);
                }
                case ADDRESS -> {
                    address = Varint.value(bytes, at);
                    at = Varint.end(bytes, at);
                }
                case BINDING -> {
                    binding = words.read(bytes, at, end, pools);
                    at = words.behind();
                }
                case CAUSE -> {
                    cause = words.read(bytes, at, end, pools);
                    at = words.behind();
                }
                case INTEGER -> at = Varint.end(bytes, at);
                case OTHER, STACK, BYTES, WEIGHT, KIND, OWNER, EVERY ->
                    at = behind(plan.others()[other++], bytes, at, end);
            }
        }
        if (at > end) {
            throw cutShort();
        }
        into.free(clock.nanos(ticks), address, freeLabel(binding, cause));
    }

    private static int behind(FieldLayout field, byte[] bytes, int at, int end) {
        Cursor cursor = new Cursor(bytes, at, end, true);
        field.skip(cursor);
        return cursor.position();
    }

    private static MalformedChunk cutShort() {
        return new MalformedChunk("an event is shorter than its fields");
    }

    private int blockLabel(int binding, int kind, int owner, boolean every) {
        long key = (((long) binding << WORD | kind) << WORD | owner) << 1 | (every ? 1 : 0);
        int label = blockLabels.get(key);
        if (label == LongMap.NONE) {
            @Nullable String ownerClass = owner == Words.NOTHING ? null : words.word(owner);
            label = labels.block(words.word(binding), words.word(kind), ownerClass, every);
            blockLabels.put(key, label);
        }
        return label;
    }

    private int freeLabel(int binding, int cause) {
        long key = (long) binding << WORD | cause;
        int label = freeLabels.get(key);
        if (label == LongMap.NONE) {
            label = labels.free(words.word(binding), FreeCause.of(words.word(cause)));
            freeLabels.put(key, label);
        }
        return label;
    }
}

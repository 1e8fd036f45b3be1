package dev.plimsoll.recording.chunk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The constants of one chunk: where the value of each key stands, read when it is asked for. Only stack traces
/// are decoded as they pass, since nearly all of them are wanted. One thread.
final class Pools implements Cursor.Strings {

    static final long EVENT_TYPE = 1;

    /// Bytes of constants of one chunk that are looked at; events beyond are read without their stacks.
    private static final long MOST_CONSTANTS = 1L << 28;

    static final String CLASS = "java.lang.Class";
    static final String STRING = "java.lang.String";
    static final String SYMBOL = "jdk.types.Symbol";

    /// The constants of one type. A position is the number of a checkpoint and an offset in its bytes.
    private static final class Pool {
        private final TypeLayout type;
        private final LongMap entries = new LongMap();
        private long[] positions = new long[16];

        Pool(TypeLayout type) {
            this.type = type;
        }

        void put(long key, int checkpoint, int offset) {
            int entry = entries.size();
            int known = entries.get(key);
            if (known != LongMap.NONE) {
                entry = known;
            } else if (entry == positions.length) {
                positions = Arrays.copyOf(positions, entry * 2);
            }
            positions[entry] = (long) checkpoint << 32 | offset;
            entries.put(key, entry);
        }
    }

    private Metadata metadata;
    private final StackPool stacks;
    private final boolean compressed;
    private final Map<Long, Pool> pools = new HashMap<>();
    private final Map<String, Pool> byName = new HashMap<>();
    private final List<byte[]> checkpoints = new ArrayList<>();
    private long kept;
    private boolean stacksWanted = true;

    /// The checkpoint that is being read: of most, which have stacks only, nothing is kept.
    private byte[] bytes = {};

    Pools(Metadata metadata, StackPool stacks, boolean compressed) {
        this.metadata = metadata;
        this.stacks = stacks;
        this.compressed = compressed;
    }

    /// Reads what comes from here on as this metadata says; keeps what it has.
    void describe(Metadata newer) {
        metadata = newer;
    }

    /// From now on no stack is taken in: nobody will ask for one.
    void passOverStacks() {
        stacksWanted = false;
    }

    /// Takes in the constants of a chunk, all or those that came since the last call, the newest first.
    ///
    /// @throws MalformedChunk when they are not as the metadata says, or too many; what came before stays
    void read(ChunkSource source, ChunkIndex index) throws IOException {
        for (long at : index.checkpoints()) {
            long size = ChunkIndex.eventSize(source, index.chunk(), at);
            kept += size;
            if (size <= 0 || size > index.chunk().end() - at || kept > MOST_CONSTANTS) {
                throw new MalformedChunk("it has constants of " + size + " bytes");
            }
            bytes = source.bytes(at, (int) size, bytes);
            Cursor cursor =
                    new Cursor(bytes, 0, (int) size, index.chunk().header().compressed());
            cursor.integer(Integer.BYTES);
            for (int field = 0; field < 4; field++) {
                cursor.number();
            }
            cursor.octet();
            add(cursor);
        }
    }

    /// Takes in the pools of one checkpoint event; `cursor` stands at their number.
    /// Of a key that comes again the value given last counts.
    ///
    /// @throws MalformedChunk when they are not as the metadata says; what came before stays
    private void add(Cursor cursor) {
        int checkpoint = checkpoints.size();
        int end = cursor.position() + cursor.remaining();
        for (int left = cursor.count(); left > 0; left--) {
            long id = cursor.number();
            TypeLayout type = metadata.type(id);
            if (type == null || !type.walkable()) {
                throw new MalformedChunk("it has constants of the unknown type " + id);
            }
            int count = cursor.count();
            if (type.name().equals(StackPool.TYPE)) {
                if (stacksWanted) {
                    stacks.add(cursor, count);
                } else {
                    stacks.passOver(cursor, count);
                }
            } else {
                if (checkpoint == checkpoints.size()) {
                    checkpoints.add(Arrays.copyOf(bytes, end + Varint.SLACK));
                }
                addAll(type, cursor, count, checkpoint);
            }
        }
    }

    private void addAll(TypeLayout type, Cursor cursor, int count, int checkpoint) {
        Pool pool = pools.computeIfAbsent(type.id(), id -> new Pool(type));
        byName.put(type.name(), pool);
        for (int i = 0; i < count; i++) {
            long key = cursor.number();
            pool.put(key, checkpoint, cursor.position());
            type.skip(cursor);
        }
    }

    /// A cursor at the value of `key`, or null when there is none.
    @Nullable
    Cursor value(TypeLayout type, long key) {
        return value(pools.get(type.id()), key);
    }

    private @Nullable Cursor value(@Nullable Pool pool, long key) {
        int entry = pool == null ? LongMap.NONE : pool.entries.get(key);
        if (pool == null || entry == LongMap.NONE) {
            return null;
        }
        byte[] bytes = checkpoints.get((int) (pool.positions[entry] >>> 32));
        return new Cursor(bytes, (int) pool.positions[entry], bytes.length - Varint.SLACK, compressed);
    }

    /// A cursor at one field of the value of `key` of the type with that name, or null when there is none.
    @Nullable
    Cursor field(String type, long key, String field) {
        Pool pool = byName.get(type);
        Cursor cursor = value(pool, key);
        if (pool == null || cursor == null) {
            return null;
        }
        for (FieldLayout layout : pool.type.fields()) {
            if (layout.name().equals(field)) {
                return cursor;
            }
            layout.skip(cursor);
        }
        return null;
    }

    @Override
    public @Nullable String string(long key) {
        Pool pool = byName.get(STRING);
        Cursor cursor = value(pool, key);
        return cursor == null ? null : cursor.text(Cursor.Strings.NONE);
    }

    @Nullable
    String symbol(long key) {
        Cursor cursor = field(SYMBOL, key, "string");
        return cursor == null ? null : cursor.text(this);
    }

    /// With dots, as `RecordedClass.getName()` gives it.
    @Nullable
    String className(long key) {
        Cursor cursor = field(CLASS, key, "name");
        String name = cursor == null ? null : symbol(cursor.number());
        return name == null ? null : name.replace('/', '.');
    }
}

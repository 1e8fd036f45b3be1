package dev.plimsoll.recording.chunk;

import dev.plimsoll.event.StackTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A recording whose chunks were found and whose types are all known. From [#open(Path)]; read once or many times;
/// closed by whoever opened it.
public final class ChunkFile implements AutoCloseable {

    /// Chunks of one file; a JVM that records for a month makes some ten thousand.
    private static final int MOST_CHUNKS = 1 << 16;

    /// What came of opening a file.
    public sealed interface Opened {

        /// It can be read here.
        record Readable(ChunkFile file) implements Opened {}

        /// It is a recording of a kind that only `jdk.jfr.consumer` may know. `why` is half a sentence.
        record Unfamiliar(String why) implements Opened {}

        /// Nobody can read it. `sentence` says what is wrong and what to do.
        record Unreadable(String sentence) implements Opened {}
    }

    private final ChunkSource source;
    private final List<ChunkIndex> chunks;
    private final List<String> problems;
    private final int found;

    private ChunkFile(ChunkSource source, List<ChunkIndex> chunks, List<String> problems, int found) {
        this.source = source;
        this.chunks = chunks;
        this.problems = problems;
        this.found = found;
    }

    /// Finds the chunks of a file and reads what describes them, not their events.
    ///
    /// @throws IOException when the file cannot be read
    public static Opened open(Path file) throws IOException {
        ChunkSource source = new ChunkSource(file);
        boolean readable = false;
        try {
            Opened opened = open(file, source);
            readable = opened instanceof Opened.Readable;
            return opened;
        } finally {
            if (!readable) {
                source.close();
            }
        }
    }

    private static Opened open(Path file, ChunkSource source) throws IOException {
        if (source.length() == 0) {
            return new Opened.Unreadable(file + " is empty; was the recording ended with a dump?");
        }
        List<Chunk> found = Chunk.find(source, MOST_CHUNKS);
        if (found.isEmpty()) {
            return new Opened.Unreadable(file + " is not a flight recording; open a file that JFR wrote.");
        }
        List<ChunkIndex> chunks = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        ChunkIndex.Maker maker = new ChunkIndex.Maker(source);
        for (int number = 1; number <= found.size(); number++) {
            Chunk chunk = found.get(number - 1);
            ChunkHeader header = chunk.header();
            if (!header.known()) {
                return new Opened.Unfamiliar("it has the format " + header.major() + "." + header.minor());
            }
            try {
                ChunkIndex index = maker.index(chunk, number);
                String surprise = StackPool.surprise(index.metadata());
                if (surprise != null) {
                    return new Opened.Unfamiliar(surprise);
                }
                chunks.add(index);
            } catch (MalformedChunk e) {
                problems.add(problem(number, found.size(), e.getMessage()));
            }
        }
        if (found.size() < MOST_CHUNKS && found.getLast().end() < source.length()) {
            problems.add("what follows its last chunk is cut off or none of it");
        }
        if (chunks.isEmpty()) {
            return new Opened.Unreadable("No event of " + file + " can be read: " + problems.getFirst() + ".");
        }
        return new Opened.Readable(new ChunkFile(source, chunks, problems, found.size()));
    }

    static String problem(int number, int of, @Nullable String what) {
        return of == 1 ? String.valueOf(what) : "in chunk " + number + " of " + of + ", " + what;
    }

    /// Reads all events. The calling thread gets the batches; another one decodes the next while it works, and
    /// interns the stacks: nobody else may intern until this returns.
    ///
    /// @throws IOException when the file can no longer be read
    /// @throws InterruptedException when the calling thread was interrupted
    public ReadReport read(StackTable stacks, OtherEvents others, BatchSink sink)
            throws IOException, InterruptedException {
        return read(stacks, others, sink, ChunkDecoder.BATCH, ChunkDecoder.LARGE_BATCH);
    }

    /// As above.
    ///
    /// @param enough rows that come together at a flush
    /// @param large rows that come together where there is none
    ReadReport read(StackTable stacks, OtherEvents others, BatchSink sink, int enough, int large)
            throws IOException, InterruptedException {
        return new ChunkPipeline(source, chunks, problems, found).read(stacks, others, sink, enough, large);
    }

    /// Start of the first chunk, nanoseconds since the epoch.
    public long start() {
        return chunks.getFirst().chunk().header().startNanos();
    }

    /// End of the last chunk as its header says, nanoseconds since the epoch, 0 when unknown.
    public long end() {
        return ChunkPipeline.end(chunks);
    }

    /// Bytes of the file.
    public long length() {
        return source.length();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}

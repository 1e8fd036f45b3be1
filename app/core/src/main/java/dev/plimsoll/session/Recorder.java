package dev.plimsoll.session;

import dev.plimsoll.event.StackTable;
import dev.plimsoll.recording.ChunkKeeper;
import dev.plimsoll.recording.RecordingException;
import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.TargetException;
import java.io.IOException;
import java.nio.file.Path;

/// Keeps all that an attached target records, so that it can be saved even after the target was killed. Any thread.
public final class Recorder implements AutoCloseable {

    private final AttachedTarget target;
    private final ChunkKeeper chunks;

    private Recorder(AttachedTarget target, ChunkKeeper chunks) {
        this.target = target;
        this.chunks = chunks;
    }

    /// Begins to keep what `target` has recorded since the attach.
    ///
    /// @throws TargetException when its files cannot be read
    public static Recorder start(AttachedTarget target) throws TargetException {
        try {
            return new Recorder(target, ChunkKeeper.start(target.repository(), target.since()));
        } catch (RecordingException e) {
            throw new TargetException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Writes all that the target flushed so far.
    ///
    /// @param file written over when it exists
    /// @throws IOException when it cannot be written
    public void save(Path file) throws IOException {
        chunks.save(file);
    }

    /// Has the target stop and writes all that it recorded, its last word too.
    ///
    /// @param file written over when it exists
    /// @return whether the target had ended by itself: then it could not be asked
    /// @throws TargetException when it does not stop
    /// @throws IOException when the file cannot be written
    public boolean finish(Path file) throws TargetException, IOException {
        boolean ended = target.ended().isDone();
        if (!ended) {
            target.stop();
        }
        chunks.save(file);
        return ended;
    }

    /// The events of a type that were recorded since the attach and those that come; the empty string for none.
    ///
    /// @param stacks takes those of the events
    EventFeed events(String type, StackTable stacks) {
        return new EventFeed(chunks, type, stacks);
    }

    /// Lets go of what was kept.
    @Override
    public void close() {
        chunks.close();
    }
}

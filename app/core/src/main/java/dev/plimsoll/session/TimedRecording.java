package dev.plimsoll.session;

import dev.plimsoll.target.AttachedTarget;
import dev.plimsoll.target.TargetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Attaches to a process, records it for a while into a file, and detaches, on a thread of its own. The file appears
/// whole or not at all. Any thread may end it early.
public final class TimedRecording {

    private static final long STEP_NANOS = 200_000_000;

    private final Duration time;
    private final Path file;
    private final Consumer<Progress> progress;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean unwanted;

    private TimedRecording(Duration time, Path file, Consumer<Progress> progress) {
        this.time = time;
        this.file = file;
        this.progress = progress;
    }

    /// How far it is. The last three are each the last word.
    public sealed interface Progress {

        /// Not recording yet.
        ///
        /// @param phrase in the present tense, from the attachment
        record Attaching(String phrase) implements Progress {}

        /// @param done since the probes were in, at most `of`
        record Recording(Duration done, Duration of) implements Progress {}

        record Written(Path file) implements Progress {}

        /// @param sentence says what and what to do
        record Failed(String sentence) implements Progress {}

        /// No file was written.
        record Cancelled() implements Progress {}
    }

    /// @param time counted from when the probes are in
    /// @param file written over when it exists
    /// @param progress called on the recording's thread
    public static TimedRecording start(
            AttachedTarget.Attachment attachment, Duration time, Path file, Consumer<Progress> progress) {
        TimedRecording recording = new TimedRecording(time, file, progress);
        Thread.ofPlatform().name("plimsoll-timed-recording").start(() -> recording.run(attachment));
        return recording;
    }

    /// Ends it now and keeps what there is.
    public void finish() {
        over.countDown();
    }

    /// Ends it now and keeps nothing. An attach that has begun is waited for, then undone.
    public void cancel() {
        unwanted = true;
        over.countDown();
    }

    private void run(AttachedTarget.Attachment attachment) {
        try {
            record(attachment.attach(phrase -> progress.accept(new Progress.Attaching(phrase))));
            progress.accept(unwanted ? new Progress.Cancelled() : new Progress.Written(file));
        } catch (TargetException e) {
            progress.accept(new Progress.Failed(String.valueOf(e.getMessage())));
        } catch (IOException e) {
            progress.accept(new Progress.Failed(
                    file + " cannot be written (" + e.getMessage() + "); free some space and record again."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.accept(new Progress.Cancelled());
        }
    }

    private void record(AttachedTarget target) throws TargetException, IOException, InterruptedException {
        target.ended().thenRun(over::countDown);
        try (Recorder recorder = Recorder.start(target)) {
            watch();
            if (!unwanted) {
                write(recorder);
            }
        } finally {
            target.detach();
        }
    }

    private void watch() throws InterruptedException {
        long start = System.nanoTime();
        long gone = 0;
        do {
            progress.accept(new Progress.Recording(Duration.ofNanos(gone), time));
            if (over.await(Math.min(STEP_NANOS, time.toNanos() - gone), TimeUnit.NANOSECONDS)) {
                return;
            }
            gone = System.nanoTime() - start;
        } while (gone < time.toNanos());
    }

    private void write(Recorder recorder) throws TargetException, IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            recorder.finish(part);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}

package dev.plimsoll.target;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A JVM with the agent in it and its recording running. Any thread may call; [#sampling] and [#detach] talk to the
/// target and may take a second or more.
public interface AttachedTarget {

    /// Who it is, as the picker showed it.
    JvmEntry entry();

    /// Directory to which the target's flight recorder writes its chunks.
    Path repository();

    /// When the attach began: no earlier event belongs to this session.
    Instant since();

    /// What was watched when the probes were in; libraries that are loaded later are told in events.
    List<BindingState> coverage();

    /// Asks the agent for another interval.
    ///
    /// @throws TargetException when the agent cannot be reached
    void sampling(Sampling sampling) throws TargetException;

    /// Has the JVM do something for its own good; what it answered, in one line.
    ///
    /// @throws TargetException when the JVM cannot be asked, or does not know how
    String act(TargetAct act) throws TargetException;

    /// Asks the C library what it keeps. That walks all it keeps, and threads that need memory wait meanwhile: only
    /// when a person asks.
    ///
    /// @throws TargetException when the JVM cannot be asked, or does not know how
    AllocatorFigures allocator() throws TargetException;

    /// Asks the JVM what it has committed for itself.
    ///
    /// @throws TargetException when the JVM cannot be asked, or was started without native memory tracking
    JvmParts parts() throws TargetException;

    /// Ends the recording after the last counters; what it wrote stays in [#repository()] until [#detach()].
    ///
    /// @throws TargetException when the agent cannot be reached
    void stop() throws TargetException;

    /// Takes the probes out and closes the agent's recording. Does nothing the second time, or when the target is gone.
    ///
    /// @throws TargetException when the agent cannot be reached
    void detach() throws TargetException;

    /// Completed with one sentence when the agent's end of the control channel closes: the target ended, was killed,
    /// or the agent left, and then what stays behind in the target.
    CompletableFuture<String> ended();

    /// How to get one; runs on the session's thread.
    @FunctionalInterface
    interface Attachment {

        /// @param progress takes short present-tense phrases: `attaching`, `loading the agent`
        AttachedTarget attach(java.util.function.Consumer<String> progress) throws TargetException;
    }
}

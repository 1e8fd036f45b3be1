package dev.plimsoll.target;

import dev.plimsoll.target.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Puts the agent into a JVM of this machine and this user.
///
/// @param pid which process
/// @param sampling how to sample from the start
/// @param rules bindings that are described rather than built in
/// @param strict whether a misuse of native memory throws in the target: for test runs only
public record LocalAttachment(long pid, Sampling sampling, Rules rules, boolean strict)
        implements AttachedTarget.Attachment {

    /// A loaded machine needs seconds for each; a minute means that it will not come.
    private static final Duration LOADING = Duration.ofSeconds(60);

    private static final Duration STARTING = Duration.ofSeconds(60);

    /// With the rules that come with Plimsoll; nothing throws.
    public LocalAttachment(long pid, Sampling sampling) {
        this(pid, sampling, Rules.shipped(), false);
    }

    @Override
    public AttachedTarget attach(Consumer<String> progress) throws TargetException {
        Instant since = Instant.now();
        progress.accept("looking at process " + pid);
        JvmEntry entry = JvmList.find(pid);
        String obstacle = entry.obstacle();
        if (obstacle != null) {
            throw new TargetException(obstacle);
        }
        Path agent = AgentJar.find();
        Path repository = repository();
        Path flatRules = writeRules();
        ControlChannel channel = listen();
        boolean attached = false;
        try {
            progress.accept("loading the agent into process " + pid);
            CompletableFuture<Void> loaded = AgentLoader.load(pid, agent, options(channel, repository, flatRules));
            // When loading fails nobody will ever connect.
            loaded.exceptionally(failure -> {
                channel.hello().completeExceptionally(failure);
                return null;
            });
            ControlLine hello = await(channel.hello(), LOADING);
            progress.accept("putting in the probes");
            await(channel.ready(), STARTING);
            LocalTarget target = new LocalTarget(entry, Path.of(hello.value("repository")), since, channel);
            attached = true;
            return target;
        } finally {
            if (!attached) {
                close(channel);
            }
            flatRules.toFile().delete();
        }
    }

    private ControlLine await(CompletableFuture<ControlLine> answer, Duration patience) throws TargetException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TargetException known) {
                throw known;
            }
            throw new TargetException("Process " + pid + " cannot be attached: " + Reason.of(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new TargetException(
                    "Process " + pid + " did not answer within " + patience.toSeconds()
                            + " s; look whether it hangs, then try again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Attaching to process " + pid + " was interrupted.", e);
        }
    }

    /// A file that only this user can read, for the time of the attach.
    private Path writeRules() throws TargetException {
        Path folder = PrivateFolder.forRecordings();
        try {
            return Files.writeString(Files.createTempFile(folder, "rules-" + pid + "-", ""), rules.lines());
        } catch (IOException e) {
            throw new TargetException(
                    "No file can be written in " + folder + " (" + Reason.of(e) + "); free some space.", e);
        }
    }

    private String options(ControlChannel channel, Path repository, Path flatRules) {
        return "channel=" + ControlLine.encode(channel.socket().toString())
                + ",interval=" + sampling.word()
                + ",rules=" + ControlLine.encode(flatRules.toString())
                + (strict ? ",strict=true" : "")
                + ",repository=" + ControlLine.encode(repository.toString());
    }

    private ControlChannel listen() throws TargetException {
        Path folder = PrivateFolder.forSockets();
        try {
            return ControlChannel.listen(folder, pid);
        } catch (IOException e) {
            throw new TargetException(
                    "No socket can be made in " + folder + " (" + Reason.of(e) + "); set XDG_RUNTIME_DIR.", e);
        }
    }

    private Path repository() throws TargetException {
        Path recordings = PrivateFolder.forRecordings();
        try {
            LeftBehind.sweep(recordings);
        } catch (IOException e) {
            throw new TargetException(
                    "Old recordings in " + recordings + " cannot be removed (" + Reason.of(e) + "); remove them.", e);
        }
        return PrivateFolder.open(recordings.resolve("jfr-" + pid));
    }


    private static void close(ControlChannel channel) throws TargetException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new TargetException("The control channel cannot be closed (" + Reason.of(e) + ").", e);
        }
    }
}

package dev.plimsoll.target;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/// A JVM of this machine with the agent in it.
final class LocalTarget implements AttachedTarget {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration DETACH = Duration.ofSeconds(30);

    private final JvmEntry entry;
    private final Path repository;
    private final Instant since;
    private final ControlChannel channel;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private final AtomicBoolean detached = new AtomicBoolean();

    LocalTarget(JvmEntry entry, Path repository, Instant since, ControlChannel channel) {
        this.entry = entry;
        this.repository = repository;
        this.since = since;
        this.channel = channel;
        channel.closed().thenRunAsync(() -> ended.complete(howItEnded()));
        ProcessHandle.of(entry.pid())
                .ifPresentOrElse(
                        process -> process.onExit().thenRun(() -> ended.complete(gone())),
                        () -> ended.complete(gone()));
    }

    @Override
    public JvmEntry entry() {
        return entry;
    }

    @Override
    public Path repository() {
        return repository;
    }

    @Override
    public Instant since() {
        return since;
    }

    @Override
    public List<BindingState> coverage() {
        return channel.coverage();
    }

    @Override
    public void sampling(Sampling sampling) throws TargetException {
        channel.ask("interval " + sampling.word(), ANSWER);
    }

    @Override
    public String act(TargetAct act) throws TargetException {
        String answer = DiagnosticCommand.run(entry.pid(), act.command()).strip();
        return answer.lines().reduce("", (before, line) -> line.strip());
    }

    @Override
    public AllocatorFigures allocator() throws TargetException {
        return AllocatorFigures.parse(DiagnosticCommand.run(entry.pid(), TargetAct.ALLOCATOR.command()));
    }

    @Override
    public JvmParts parts() throws TargetException {
        return JvmParts.parse(DiagnosticCommand.run(entry.pid(), TargetAct.PARTS.command()));
    }

    @Override
    public void stop() throws TargetException {
        channel.ask("stop", ANSWER);
    }

    @Override
    public void detach() throws TargetException {
        if (!detached.compareAndSet(false, true) || channel.closed().isDone()) {
            return;
        }
        try {
            channel.send("detach");
            channel.farewell().get(DETACH.toMillis(), TimeUnit.MILLISECONDS);
            ended.get(DETACH.toMillis(), TimeUnit.MILLISECONDS);
        } catch (IOException | ExecutionException e) {
            // The target went away before it could say goodbye: there is nothing left to take out.
            return;
        } catch (TimeoutException e) {
            throw new TargetException(
                    "The agent in process " + entry.pid() + " did not leave within " + DETACH.toSeconds()
                            + " s; it leaves by itself when Plimsoll ends.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Detaching from process " + entry.pid() + " was interrupted.", e);
        } finally {
            close();
        }
    }

    @Override
    public CompletableFuture<String> ended() {
        return ended;
    }

    private void close() throws TargetException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new TargetException("The control channel cannot be closed (" + Reason.of(e) + ").", e);
        }
    }

    private String howItEnded() {
        if (channel.farewell().isDone() && !channel.farewell().isCompletedExceptionally()) {
            return whatStays(channel.farewell().join());
        }
        return LastMoment.died(entry.pid()) ? gone() : "The agent left process " + entry.pid() + " on its own; attach again.";
    }

    private String gone() {
        return "Process " + entry.pid() + " ended.";
    }

    private String whatStays(ControlLine farewell) {
        String restored = farewell.value("restored").equals("true")
                ? "restored all " + farewell.value("classes") + " classes"
                : "could not restore " + farewell.value("left");
        return "The agent left process " + entry.pid() + " and " + restored
                + "; until that JVM ends, its idle classes stay on the boot path and the flight recorder stays initialised.";
    }
}

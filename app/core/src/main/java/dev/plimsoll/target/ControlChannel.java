package dev.plimsoll.target;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The desk's end of the line to one agent: a Unix-domain socket in a private folder to which the agent connects; its
/// name is gone once it did. A thread of its own reads lines; any thread may ask, one at a time.
final class ControlChannel implements Closeable {

    private final long pid;
    private final Path socket;
    private final ServerSocketChannel server;
    private final CompletableFuture<ControlLine> hello = new CompletableFuture<>();
    private final CompletableFuture<ControlLine> ready = new CompletableFuture<>();
    private final CompletableFuture<ControlLine> farewell = new CompletableFuture<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private final BlockingQueue<ControlLine> answers = new LinkedBlockingQueue<>();
    private final List<BindingState> coverage = new CopyOnWriteArrayList<>();
    private volatile @Nullable SocketChannel agent;

    private ControlChannel(long pid, Path socket, ServerSocketChannel server) {
        this.pid = pid;
        this.socket = socket;
        this.server = server;
    }

    /// Listens for the agent of process `pid`.
    static ControlChannel listen(Path folder, long pid) throws IOException {
        Path socket = folder.resolve(ProcessHandle.current().pid() + "-" + pid + "-" + System.nanoTime() % 1_000_000);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        ControlChannel channel = new ControlChannel(pid, socket, server);
        Thread.ofPlatform().daemon().name("plimsoll-channel-" + pid).start(channel::read);
        return channel;
    }

    Path socket() {
        return socket;
    }

    /// The agent's recording runs. Fails with a [TargetException] when the agent refuses or goes away.
    CompletableFuture<ControlLine> hello() {
        return hello;
    }

    /// The probes are in. Fails as [#hello()].
    CompletableFuture<ControlLine> ready() {
        return ready;
    }

    /// What is watched, complete once the probes are in.
    List<BindingState> coverage() {
        return List.copyOf(coverage);
    }

    /// The agent's last words: what it took back.
    CompletableFuture<ControlLine> farewell() {
        return farewell;
    }

    /// The channel has ended, from whichever side.
    CompletableFuture<Void> closed() {
        return closed;
    }

    /// Sends a line without waiting for an answer.
    void send(String line) throws IOException {
        SocketChannel channel = agent;
        if (channel == null) {
            throw new IOException("The agent has not connected.");
        }
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        synchronized (channel) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /// Sends a line and waits for its answer.
    ///
    /// @throws TargetException when the agent says no, does not answer in time or is gone
    synchronized void ask(String line, Duration patience) throws TargetException {
        try {
            answers.clear();
            send(line);
            ControlLine answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null || answer.word().isEmpty()) {
                throw new TargetException("The agent in process " + pid + " does not answer; detach and attach again.");
            }
            if (answer.word().equals("error")) {
                throw new TargetException("The agent in process " + pid + " says: " + answer.text());
            }
        } catch (IOException e) {
            throw new TargetException("The agent in process " + pid + " is gone; attach again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetException("Waiting for process " + pid + " was interrupted.", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        Files.deleteIfExists(socket);
        SocketChannel channel = agent;
        if (channel != null) {
            channel.close();
        }
    }

    private void read() {
        try (SocketChannel channel = server.accept()) {
            agent = channel;
            server.close();
            Files.deleteIfExists(socket);
            BufferedReader lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(ControlLine.of(line));
            }
            broken("The agent in process " + pid + " left before its probes were in; look at that program's stderr.");
        } catch (IOException | IllegalArgumentException e) {
            broken("The channel to process " + pid + " broke (" + Reason.of(e) + "); attach again.");
        }
        closed.complete(null);
        answers.add(new ControlLine("", "", java.util.Map.of()));
    }

    /// Whoever waits for the probes hears of the process rather than of the channel when it is the process that ended.
    private void broken(String sentence) {
        if (!ready.isDone()) {
            fail(LastMoment.died(pid) ? "Process " + pid + " ended while it was being attached." : sentence);
        }
    }

    private void take(ControlLine line) {
        switch (line.word()) {
            case "hello" -> hello.complete(line);
            case "ready" -> ready.complete(line);
            case "refused" -> fail("Process " + pid + " cannot be watched: " + line.text());
            case "busy" ->
                fail("Another Plimsoll watches process " + pid + "; detach it there first.");
            case "detached" -> farewell.complete(line);
            case "coverage" ->
                coverage.add(new BindingState(
                        line.value("binding"), line.value("state"), line.value("detail"), line.value("version")));
            default -> answers.add(line);
        }
    }

    private void fail(String sentence) {
        TargetException failure = new TargetException(sentence);
        hello.completeExceptionally(failure);
        ready.completeExceptionally(failure);
        farewell.completeExceptionally(failure);
    }
}

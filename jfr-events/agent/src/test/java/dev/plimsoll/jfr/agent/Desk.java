package dev.plimsoll.jfr.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The other end of the control channel, as small as it can be. */
final class Desk implements AutoCloseable {

    private final Path directory;
    private final SocketChannel channel;
    private final ByteBuffer one = ByteBuffer.allocate(1);

    private Desk(Path directory, SocketChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Loads the agent and takes its call, nothing more. */
    static Desk call(long pid, String interval) throws Exception {
        Path directory = Files.createTempDirectory(
                "desk", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path socket = directory.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            VirtualMachine target = VirtualMachine.attach(Long.toString(pid));
            try {
                target.loadAgent(
                        System.getProperty("plimsoll.agent"),
                        "channel=" + socket + ",interval=" + interval + ",repository=" + directory);
            } finally {
                target.detach();
            }
            return new Desk(directory, server.accept());
        }
    }

    /** The same, until the probes are in. */
    static Desk attach(long pid, String interval) throws Exception {
        Desk desk = call(pid, interval);
        List<String> greeting = desk.greeting();
        assertEquals("ready", greeting.get(greeting.size() - 1), () -> String.join("\n", greeting));
        return desk;
    }

    /** All lines up to the first that ends the greeting. */
    List<String> greeting() throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(receive());
        } while (lines.get(lines.size() - 1).matches("(hello|coverage) .*"));
        return lines;
    }

    String ask(String line) throws IOException {
        channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return receive();
    }

    /** The next line; empty when the agent is gone. */
    String receive() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            one.clear();
            if (channel.read(one) < 0 || one.get(0) == '\n') {
                return line.toString();
            }
            line.append((char) one.get(0));
        }
    }

    /** Ends the recording with its last counters, and reads what it has. */
    Recorded stop() throws IOException {
        assertEquals("ok stop", ask("stop"));
        return peek();
    }

    /** Reads what the recording has so far. */
    Recorded peek() throws IOException {
        Path file = directory.resolve("dump.jfr");
        assertEquals("ok dump", ask("dump " + file));
        try {
            return new Recorded(RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    void detach() throws IOException {
        String farewell = ask("detach");
        assertTrue(farewell.matches("detached classes=\\d+ restored=true left=none"), farewell);
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** What a recording holds. */
    record Recorded(List<RecordedEvent> all) {

        List<RecordedEvent> of(String name) {
            return all.stream()
                    .filter(e -> e.getEventType().getName().equals(name))
                    .toList();
        }
    }
}

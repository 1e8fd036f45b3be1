package dev.plimsoll.jfr.agent;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The agent's end of the control channel: lines of UTF-8 over a Unix-domain socket on which the desk listens. */
final class Channel implements Closeable {

    private static final int LONGEST_LINE = 64 * 1024;

    private final SocketChannel socket;
    private final ByteBuffer received = ByteBuffer.allocate(4096).flip();

    private Channel(SocketChannel socket) {
        this.socket = socket;
    }

    static Channel connect(Path path) throws IOException {
        return new Channel(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }

    void send(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            socket.write(bytes);
        }
    }

    /** The next line, or null when the desk is gone. */
    @Nullable
    String receive() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (line.size() < LONGEST_LINE) {
            if (!received.hasRemaining()) {
                received.clear();
                int count = socket.read(received);
                received.flip();
                if (count < 0) {
                    return null;
                }
            }
            while (received.hasRemaining()) {
                byte b = received.get();
                if (b == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(b);
            }
        }
        throw new IOException("A line of the control channel is longer than " + LONGEST_LINE + " bytes.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.plimsoll.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said when the channel ends before the probes are in.
class ControlChannelTest {

    /// Connects, says hello as the agent does, and then leaves or ends.
    private static final String GREETER =
            """
            import java.net.UnixDomainSocketAddress;
            import java.nio.ByteBuffer;
            import java.nio.channels.SocketChannel;
            public class Greeter {
                public static void main(String[] args) throws Exception {
                    var in = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
                    System.out.println("up");
                    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(in.readLine()));
                    channel.write(ByteBuffer.wrap("hello\\n".getBytes()));
                    if (in.readLine().equals("end")) {
                        Runtime.getRuntime().halt(3);
                    }
                    channel.close();
                    in.readLine();
                }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void aTargetThatDiesIsSaidToHaveEnded() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, GREETER)) {
            assertEquals("Process " + child.pid() + " ended while it was being attached.", said(child, "end"));
        }
    }

    @Test
    void anAgentThatLeavesIsSaidToHaveLeft() throws Exception {
        try (ChildJvm child = ChildJvm.start(17, GREETER)) {
            assertEquals(
                    "The agent in process " + child.pid()
                            + " left before its probes were in; look at that program's stderr.",
                    said(child, "leave"));
        }
    }

    private String said(ChildJvm child, String command) throws Exception {
        try (ControlChannel channel = ControlChannel.listen(folder, child.pid())) {
            child.say(channel.socket().toString());
            channel.hello().get();
            child.say(command);
            ExecutionException failure =
                    assertThrows(ExecutionException.class, () -> channel.ready().get());
            return failure.getCause().getMessage();
        }
    }
}

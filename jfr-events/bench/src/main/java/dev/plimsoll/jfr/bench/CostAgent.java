package dev.plimsoll.jfr.bench;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.plimsoll.jfr.event.v1.EventNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The agent in a target, from attach to detach. */
final class CostAgent implements AutoCloseable {

    private final Path directory;
    private final SocketChannel channel;
    private final BufferedReader answers;

    private CostAgent(Path directory, SocketChannel channel) {
        this.directory = directory;
        this.channel = channel;
        this.answers = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
    }

    /** Attaches, and returns when the probes are in. */
    static CostAgent attach(long pid, Path jar, String interval) throws IOException {
        return attach(pid, jar, interval, "");
    }

    /** @param rules as the desk writes them, empty for none */
    static CostAgent attach(long pid, Path jar, String interval, String rules) throws IOException {
        Path directory = Files.createTempDirectory("cost");
        String given = rules.isEmpty() ? "" : ",rules=" + Files.writeString(directory.resolve("rules"), rules);
        Path socket = directory.resolve("socket");
        try (ServerSocketChannel desk = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            desk.bind(UnixDomainSocketAddress.of(socket));
            load(pid, jar, "channel=" + socket + ",interval=" + interval + ",repository=" + directory + given);
            CostAgent agent = new CostAgent(directory, desk.accept());
            for (String line = agent.answers.readLine(); !"ready".equals(line); line = agent.answers.readLine()) {
                if (line == null || line.startsWith("refused")) {
                    throw new IOException("The agent said " + line + ".");
                }
            }
            return agent;
        }
    }

    /** Loads an agent, nothing more. */
    static void load(long pid, Path jar, String options) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                machine.loadAgent(jar.toString(), options);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException(e);
        }
    }

    /** Everything that is recorded so far. */
    List<RecordedEvent> events() throws IOException {
        Path file = directory.resolve("dump.jfr");
        ask("dump " + file);
        try {
            return RecordingFile.readAllEvents(file);
        } finally {
            Files.delete(file);
        }
    }

    /** What the agent says that it takes of one core now, in percent: the mean of so many last seconds. */
    double costPercent(int seconds) throws IOException {
        double[] last = new double[seconds];
        int n = 0;
        for (RecordedEvent event : events()) {
            if (event.getEventType().getName().equals(EventNames.AGENT_HEALTH)) {
                last[n++ % seconds] = event.getDouble(EventNames.FIELD_COST_PERCENT);
            }
        }
        double sum = 0;
        for (double percent : last) {
            sum += percent;
        }
        return sum / Math.max(1, Math.min(n, seconds));
    }

    /** What the agent last said of its table. */
    String health() throws IOException {
        String health = "";
        for (RecordedEvent event : events()) {
            if (event.getEventType().getName().equals(EventNames.AGENT_HEALTH)) {
                health = "table " + event.getLong(EventNames.FIELD_TABLE_SIZE) + " of "
                        + event.getLong(EventNames.FIELD_TABLE_CAPACITY) + ", left out "
                        + event.getLong(EventNames.FIELD_DROPPED) + ", owners not watched "
                        + event.getLong(EventNames.FIELD_OWNERS_NOT_WATCHED) + ", errors "
                        + event.getLong(EventNames.FIELD_ERRORS);
            }
        }
        return health;
    }

    private String ask(String line) throws IOException {
        channel.write(StandardCharsets.UTF_8.encode(line + "\n"));
        String answer = answers.readLine();
        if (answer == null || answer.startsWith("error")) {
            throw new IOException("The agent answered " + answer + " to " + line + ".");
        }
        return answer;
    }

    /** Detaches; the target gets its original bytes back. */
    @Override
    public void close() throws IOException {
        String farewell = ask("detach");
        channel.close();
        if (!farewell.contains("restored=true")) {
            throw new IOException("The agent said " + farewell + ".");
        }
    }
}

package dev.plimsoll.jfr.bench;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** async-profiler, whose library lies in its jar, with its {@code nativemem} engine in a target. */
final class AsyncProfiler implements AutoCloseable {

    private static final String LIBRARY = "/linux-x64/libasyncProfiler.so";

    private final long pid;
    private final Path library;
    private final Path file;

    private AsyncProfiler(long pid, Path library, Path file) {
        this.pid = pid;
        this.library = library;
        this.file = file;
    }

    static boolean isHere() {
        return AsyncProfiler.class.getResource(LIBRARY) != null
                && System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    static AsyncProfiler start(long pid, Path scratch, String nativemem) throws IOException {
        Path library = scratch.resolve("libasyncProfiler.so");
        if (!Files.exists(library)) {
            try (InputStream in = AsyncProfiler.class.getResourceAsStream(LIBRARY)) {
                Files.copy(in, library);
            }
        }
        AsyncProfiler profiler = new AsyncProfiler(pid, library, scratch.resolve("async.jfr"));
        profiler.send("start,nativemem=" + nativemem + ",nofree,file=" + profiler.file);
        return profiler;
    }

    private void send(String command) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                machine.loadAgentPath(library.toString(), command);
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        send("stop,file=" + file);
        Files.deleteIfExists(file);
    }
}

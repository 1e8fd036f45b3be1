package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.event.v1.AgentHealth;
import dev.plimsoll.jfr.event.v1.BindingCoverage;
import dev.plimsoll.jfr.event.v1.BindingTotals;
import dev.plimsoll.jfr.event.v1.CallbackActivity;
import dev.plimsoll.jfr.event.v1.CallbackRegistered;
import dev.plimsoll.jfr.event.v1.CallbackReleased;
import dev.plimsoll.jfr.event.v1.Misuse;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import dev.plimsoll.jfr.event.v1.NativeCalls;
import dev.plimsoll.jfr.event.v1.NativeFree;
import dev.plimsoll.jfr.event.v1.OwnerCollected;
import dev.plimsoll.jfr.event.v1.ResidentMemory;
import dev.plimsoll.jfr.event.v1.UntracedAllocation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Event;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import org.jspecify.annotations.Nullable;

/** The agent's recording in the target: our events and the collector's, to disk, bounded, never dumped at exit. */
final class AgentRecording {

    private static final String NAME = "Plimsoll";

    /** Frames of a stack, where we may choose; the recorder's own default is 64. */
    static final int STACK_DEPTH = 128;

    /** What the repository may take on disk, in bytes. */
    private static final long MAX_SIZE = 256L << 20;

    private static final List<Class<? extends Event>> OURS = List.of(
            NativeAllocation.class,
            UntracedAllocation.class,
            NativeFree.class,
            OwnerCollected.class,
            CallbackRegistered.class,
            CallbackReleased.class,
            CallbackActivity.class,
            Misuse.class,
            BindingTotals.class,
            NativeCalls.class,
            ResidentMemory.class,
            AgentHealth.class,
            BindingCoverage.class);

    private static final List<String> THE_JVMS = List.of(
            "jdk.GarbageCollection",
            "jdk.GCHeapSummary",
            "jdk.GCReferenceStatistics",
            "jdk.GCPhasePause",
            "jdk.GCPhasePauseLevel1",
            "jdk.GCPhasePauseLevel2",
            "jdk.GCConfiguration",
            "jdk.SystemGC",
            "jdk.MetaspaceSummary",
            "jdk.JVMInformation",
            "jdk.OSInformation",
            "jdk.ContainerConfiguration",
            "jdk.ThreadStart",
            "jdk.DataLoss");

    private static final List<String> THE_JVMS_EVERY_SECOND = List.of(
            "jdk.ResidentSetSize",
            "jdk.DirectBufferStatistics",
            "jdk.CodeCacheStatistics",
            "jdk.JavaThreadStatistics",
            "jdk.PhysicalMemory",
            "jdk.GCHeapConfiguration",
            "jdk.NativeMemoryUsage",
            "jdk.NativeMemoryUsageTotal");

    private final Recording recording;

    /** How the recorder was when we came, for the desk. */
    final boolean alreadyRunning;

    /** Frames of a stack as far as we know; 0 when somebody else chose. */
    final int stackDepth;

    private AgentRecording(Recording recording, boolean alreadyRunning, int stackDepth) {
        this.recording = recording;
        this.alreadyRunning = alreadyRunning;
        this.stackDepth = stackDepth;
    }

    /** Starts it; a recorder that runs already keeps its repository and its stack depth. */
    static AgentRecording start(FlightRecorderInternals internals, @Nullable Path repository, @Nullable Path file)
            throws IOException {
        boolean alreadyRunning = FlightRecorder.isInitialized();
        int depth = 0;
        if (!alreadyRunning) {
            depth = internals.useStackDepth(STACK_DEPTH) ? STACK_DEPTH : 64;
            if (repository != null) {
                internals.useRepository(repository);
            }
        }
        for (Class<? extends Event> event : OURS) {
            FlightRecorder.register(event);
        }
        Recording recording = new Recording();
        recording.setName(NAME);
        recording.setToDisk(true);
        recording.setMaxSize(MAX_SIZE);
        recording.setDumpOnExit(file != null);
        if (file != null) {
            recording.setDestination(file);
        }
        // By name: a library that brought these classes along before the agent came is heard too.
        OURS.forEach(event -> recording.enable(EventType.getEventType(event).getName()));
        THE_JVMS.forEach(name -> recording.enable(name).withoutThreshold());
        THE_JVMS_EVERY_SECOND.forEach(name -> recording.enable(name).withPeriod(Duration.ofSeconds(1)));
        recording.disable("jdk.OldObjectSample");
        recording.start();
        internals.findFlush();
        return new AgentRecording(recording, alreadyRunning, depth);
    }

    /** Where the recorder keeps its files; empty when it does not say. */
    static String repository() {
        return System.getProperty("jdk.jfr.repository", "");
    }

    /** Writes what is there so far to a file. */
    void dump(Path file) throws IOException {
        recording.dump(file);
    }

    /** Ends it; what it wrote stays in the repository until {@link #close}. */
    void stop() {
        if (recording.getState() == RecordingState.RUNNING) {
            recording.stop();
        }
    }

    void close() {
        stop();
        recording.close();
    }
}

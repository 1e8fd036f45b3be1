package dev.plimsoll.jfr.bench;

import dev.plimsoll.jfr.event.v1.EventNames;
import dev.plimsoll.jfr.event.v1.NativeAllocation;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Nanoseconds for one allocation event, from its construction to its commit, by the depth of the stack that JFR walks. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventCost {
    /** Frames between JMH's own and the commit. */
    @Param({"1", "16", "48"})
    public int depth;

    /** Whether a recording is running that wants the event. */
    @Param({"false", "true"})
    public boolean recorded;

    private Recording recording;
    private long address;

    /** Starts the recording. */
    @Setup(Level.Trial)
    public void start() {
        recording = new Recording();
        if (recorded) {
            recording.enable(EventNames.NATIVE_ALLOCATION).withStackTrace();
            recording.setMaxSize(16L << 20);
            recording.start();
        }
    }

    /** Drops what was recorded. */
    @TearDown(Level.Trial)
    public void stop() {
        recording.close();
    }

    /** One event. */
    @Benchmark
    public long allocation() {
        return commitBelow(depth);
    }

    private long commitBelow(int frames) {
        if (frames > 1) {
            return commitBelow(frames - 1) + 1;
        }
        NativeAllocation event = new NativeAllocation();
        if (event.shouldCommit()) {
            event.address = ++address;
            event.bytes = 4099;
            event.weight = 1;
            event.binding = "direct";
            event.kind = "buffer";
            event.commit();
        }
        return address;
    }
}

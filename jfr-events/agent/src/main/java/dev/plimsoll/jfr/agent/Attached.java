package dev.plimsoll.jfr.agent;

import dev.plimsoll.jfr.event.v1.BindingCoverage;
import dev.plimsoll.jfr.probe.v1.CalledByJni;
import dev.plimsoll.jfr.probe.v1.Misuses;
import dev.plimsoll.jfr.probe.v1.Session;
import dev.plimsoll.jfr.weave.RulesFile;
import dev.plimsoll.jfr.weave.Weaving;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** One session in the target, from the recording's start to the last class that got its bytes back. */
final class Attached {

    private final Options options;
    private final FlightRecorderInternals internals;
    private final Weaving weaving;
    private @Nullable Ticker ticker;
    private final Runnable coverage = this::tellCoverage;

    private @Nullable AgentRecording recording;
    private boolean recorderIsOurs;
    private volatile List<Weaving.Coverage> covered = List.of();
    private volatile int coveredChanges = -1;

    /** @throws IOException when the rules cannot be read */
    Attached(Instrumentation instrumentation, Options options) throws IOException {
        this.options = options;
        this.internals = new FlightRecorderInternals(instrumentation);
        this.weaving =
                new Weaving(instrumentation, options.rules() == null ? List.of() : RulesFile.read(options.rules()));
        JdkInternals.open(instrumentation);
    }

    /** Recording first, then probes: what they see is never lost. */
    void start() throws IOException {
        record();
        watch();
    }

    /** Starts the recording. */
    AgentRecording record() throws IOException {
        AgentRecording started = AgentRecording.start(internals, options.repository(), options.file());
        recording = started;
        recorderIsOurs = !started.alreadyRunning;
        return started;
    }

    /** Puts the probes in and starts to count. */
    void watch() {
        options.interval().apply();
        JdkInternals.findAllocationFunctions();
        Session.begin();
        if (options.strict()) {
            System.err.println("plimsoll --strict: from now on a misuse of native memory throws in this program.");
            Misuses.strict(true);
        }
        weaving.putIn();
        CalledByJni.weaveWith(weaving::putIntoCalled);
        refreshCoverage();
        FlightRecorder.addPeriodicEvent(BindingCoverage.class, coverage);
        ticker = new Ticker(internals, new OwnThreads(recorderIsOurs), this::refreshCoverage);
        ticker.start();
    }

    boolean flushesFast() {
        return internals.canFlush();
    }

    /** What is watched, for the desk. */
    List<Weaving.Coverage> coverage() {
        return covered;
    }

    /** The last counters, and the end of the recording; its files stay. */
    void stopRecording() throws InterruptedException {
        stopTicking();
        if (recording != null) {
            recording.stop();
        }
    }

    void dump(Path file) throws IOException {
        if (recording != null) {
            recording.dump(file);
        }
    }

    /**
     * Takes everything back that can be taken back.
     *
     * @return names of the classes that did not get their bytes back
     */
    List<String> end() throws InterruptedException, UnmodifiableClassException {
        try {
            stopTicking();
            CalledByJni.weaveWith(null);
            Session.end();
            FlightRecorder.removePeriodicEvent(coverage);
            return weaving.takeOut();
        } finally {
            if (recording != null) {
                recording.close();
            }
        }
    }

    int classes() {
        return weaving.size();
    }

    private void stopTicking() throws InterruptedException {
        Ticker running = ticker;
        ticker = null;
        if (running != null) {
            running.stop();
        }
    }

    /** The ticker's: a library may have been loaded since. */
    private void refreshCoverage() {
        int changes = weaving.changes();
        if (changes != coveredChanges) {
            coveredChanges = changes;
            covered = weaving.coverage();
            tellCoverage();
        }
    }

    private void tellCoverage() {
        for (Weaving.Coverage line : covered) {
            BindingCoverage event = new BindingCoverage();
            event.binding = line.binding();
            event.state = line.state();
            event.detail = line.detail();
            event.version = line.version();
            event.commit();
        }
    }
}

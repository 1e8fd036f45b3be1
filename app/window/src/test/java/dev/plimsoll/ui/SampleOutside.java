package dev.plimsoll.ui;

import dev.plimsoll.cli.Window;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.target.BindingTrace;
import dev.plimsoll.target.JvmEntry;
import dev.plimsoll.target.JvmFacts;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.shell.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// A machine with a dozen JVMs; attaching to any of them gives the sample session.
public final class SampleOutside implements Outside {

    /// What the window asked for, for example `attach 48213 adaptive`.
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile List<JvmEntry> jvms = machine();
    private volatile Optional<Path> picture = Optional.empty();

    private final Memory memory = Memory.untilExit();
    private final Path decisions = folder();

    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("plimsoll-decisions-");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path decisions() {
        return decisions;
    }

    public void jvms(List<JvmEntry> next) {
        jvms = next;
    }

    public void picture(Path file) {
        picture = Optional.of(file);
    }

    @Override
    public List<JvmEntry> jvms() {
        asked.add("jvms");
        return jvms;
    }

    @Override
    public Session attach(JvmEntry entry, Sampling sampling) {
        asked.add("attach " + entry.pid() + " " + sampling.word());
        return new SampleSession(SampleSnapshots.rich());
    }

    @Override
    public Optional<Path> chooseRecordingToWrite(String suggestedName) {
        asked.add("record to " + suggestedName);
        return picture;
    }

    @Override
    public Optional<Window.Demo> demo() {
        return Optional.of(() -> {
            asked.add("demo");
            return jvm(70707, "", "", "", 0, null);
        });
    }

    @Override
    public Session open(Path recording) {
        asked.add("open " + recording.getFileName());
        if (Files.exists(recording)) {
            return PlaybackSession.open(recording);
        }
        return new SampleSession(SampleSnapshots.playback());
    }

    @Override
    public Optional<Path> chooseRecording(String title) {
        asked.add("choose " + title);
        return Optional.of(Path.of("render-leak-1404.jfr"));
    }

    @Override
    public Memory memory() {
        return memory;
    }

    @Override
    public Optional<Path> choosePicture(String suggestedName) {
        asked.add("picture " + suggestedName);
        return picture;
    }

    /// As `plimsoll list` would order them.
    public static List<JvmEntry> machine() {
        long now = System.currentTimeMillis();
        return List.of(
                jvm(
                        48213,
                        "com.acme.render.RenderServer",
                        "-Xmx1g -XX:NativeMemoryTracking=summary --enable-native-access=ALL-UNNAMED --scene harbor",
                        "21.0.5 Temurin",
                        now - 8_040_000,
                        null),
                jvm(
                        51990,
                        "org.gradle.launcher.daemon.bootstrap.GradleDaemon",
                        "8.10.2",
                        "17.0.13 Temurin",
                        now - 2_280_000,
                        null),
                jvm(
                        33041,
                        "com.acme.codec.TranscodeWorker",
                        "-XX:StartFlightRecording -q jobs -n 8",
                        "23.0.1 Zulu",
                        now - 525_600_000,
                        null),
                jvm(
                        50212,
                        "org.jetbrains.idea.maven.server.RemoteMavenServer36",
                        "",
                        "21.0.4 JBR",
                        now - 3_720_000,
                        null),
                jvm(29417, "com.acme.asset.PackIndexer", "/srv/assets --watch", "25 Temurin", now - 68_400_000, null),
                jvm(
                        60011,
                        "com.acme.gateway.EdgeProxy",
                        "-Dnetty.leakDetection=paranoid",
                        "21.0.5 Temurin",
                        now - 298_800_000,
                        null),
                jvm(60442, "com.acme.audio.MixerDaemon", "", "22.0.2 Corretto", now - 660_000, null),
                jvm(61530, "org.apache.kafka.Kafka", "server.properties", "17.0.12 Temurin", now - 1_036_800_000, null),
                jvm(52107, "org.lwjgl.demo.vulkan.TwoRotatingTrianglesDemo", "", "22.0.2 Temurin", now - 240_000, null),
                jvm(
                        1184,
                        "org.elasticsearch.server.cli.ServerCli",
                        "",
                        "21.0.3 Temurin",
                        now - 1_036_800_000,
                        "Process 1184 belongs to elastic; run Plimsoll as that user."),
                jvm(
                        40961,
                        "com.acme.batch.NightlyJob",
                        "-XX:+DisableAttachMechanism",
                        "24.0.2 Temurin",
                        now - 60_000,
                        "Process 40961 was started with -XX:+DisableAttachMechanism; start it without."),
                jvm(
                        7310,
                        "jdk.jconsole",
                        "",
                        "11.0.20 Debian",
                        now - 60_000,
                        "Process 7310 runs on Java 11; Plimsoll needs Java 17 or newer."));
    }

    private static JvmEntry jvm(
            long pid, String main, String arguments, String jdk, long started, @Nullable String obstacle) {
        JvmFacts facts = pid == 48213
                ? new JvmFacts(
                        -1,
                        -1,
                        false,
                        "",
                        List.of(new BindingTrace("jna", "5.15.0"), new BindingTrace("lwjgl", "3.3.4")))
                : JvmFacts.UNKNOWN;
        return new JvmEntry(pid, main, arguments, jdk, pid == 1184 ? "elastic" : "acme", started, obstacle, facts);
    }
}

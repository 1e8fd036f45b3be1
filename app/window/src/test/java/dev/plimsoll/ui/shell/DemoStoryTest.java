package dev.plimsoll.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.session.LiveSession;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Playback;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Portion;
import dev.plimsoll.session.Session;
import dev.plimsoll.target.LocalAttachment;
import dev.plimsoll.target.Sampling;
import dev.plimsoll.ui.Desk;
import dev.plimsoll.ui.LeakingProcess;
import dev.plimsoll.ui.PlimsollProcess;
import dev.plimsoll.ui.SampleOutside;
import dev.plimsoll.ui.kit.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One person, from the command to the line of code, clicks counted; and the demo's recording as a film.
class DemoStoryTest {

    /// The command's own process and code path; only the screen is not there.
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void fromTheCommandToTheLineInAtMostFiveClicks(@TempDir Path folder) throws Exception {
        Path words = folder.resolve("stderr");
        ProcessBuilder command = PlimsollProcess.in(
                folder,
                words,
                List.of("-Xmx512m", "-Dglass.platform=Headless", "-Dprism.order=sw"),
                DemoPerson.class.getName());
        // What the command asks for before it opens a window.
        command.environment().put("DISPLAY", ":0");
        command.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process demo = command.start();
        List<String> said =
                new String(demo.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, demo.waitFor(), said + " " + Files.readString(words));
        Matcher clicks = Pattern.compile("CLICKS ([0-9]+)").matcher(said.getFirst());
        assertTrue(clicks.matches(), said.toString());
        assertTrue(Integer.parseInt(clicks.group(1)) <= 5, said.toString());
        assertTrue(said.get(1).contains("renderer.DrawSorter.register:"), said.toString());
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void playsTheLeakBack(@TempDir Path folder) throws Exception {
        Desk.start();
        Process renderer = LeakingProcess.start("-Xmx128m", "-Xmn16m");
        Path recording = folder.resolve("demo.jfr");
        Shell shell = Desk.fx(() -> new Shell(WindowPages::all, Theme.LIGHT, new SampleOutside()));
        Stage stage = Desk.show(shell.root(), Theme.LIGHT);
        try {
            LiveSession live = LiveSession.open(new LocalAttachment(renderer.pid(), new Sampling.Adaptive()));
            Desk.run(() -> shell.open(live));
            Desk.awaitProcess(
                    "the finding that the film must show again",
                    () -> live.snapshot().findings().stream().anyMatch(DemoStoryTest::isTheLeak));
            Desk.awaitProcess(
                    "two collections", () -> live.snapshot().timeline().cycles().size() >= 2);
            live.save(recording, Portion.ALL);
        } finally {
            renderer.destroy();
        }
        try {
            film(shell, recording);
        } finally {
            Desk.close(stage);
            Desk.run(shell::close);
        }
    }

    private static void film(Shell shell, Path recording) {
        Session session = PlaybackSession.open(recording);
        Desk.run(() -> shell.open(session));
        Desk.awaitProcess(
                "the film",
                () -> session.snapshot().phase() instanceof Phase.Playback
                        && session.playback().isPresent());
        Desk.settle();
        Playback film = session.playback().orElseThrow();
        long first = film.timeline().cycles().getFirst().start();
        long last = film.timeline().cycles().getLast().start();
        Desk.await("the transport", () -> Desk.shows("#play"));
        Desk.click("#gc-back");
        Desk.await("the last collection", () -> film.state().position() == last);
        Desk.await(
                "its moment on every page",
                () -> shell.shown().orElseThrow().timeline().end() <= last);
        Desk.run(() -> film.seek(first));
        Desk.run(() -> shell.root().requestFocus());
        Desk.key(KeyCode.CLOSE_BRACKET);
        Desk.await("the next speed", () -> film.state().speed() == 5);
        Desk.click("#play");
        Desk.await("it plays", () -> film.state().position() > first);
        Desk.click("#play");
        Desk.await("it stands", () -> !film.state().playing());
        assertEquals(
                1,
                film.sightings().stream()
                        .filter(sighting -> isTheLeak(sighting.finding()))
                        .count(),
                () -> "what was found: " + film.sightings());
    }

    private static boolean isTheLeak(Finding finding) {
        return finding.frame() != null
                && finding.frame().name().equals("renderer.DrawSorter.register")
                && finding.rule().startsWith("callback");
    }
}

package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window;
import dev.plimsoll.session.PlaybackSession;
import dev.plimsoll.session.Session;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.kit.Words;
import dev.plimsoll.ui.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The way in from the commands: a real window until it is closed, or pictures of it without a display.
public final class WindowMain implements Window {

    private static final int DONE = 0;
    private static final int FAILED = 2;

    @Override
    public int show(Request request) {
        if (request.open() instanceof Open.Recordings recordings
                && recordings.files().size() > 2) {
            return fail(Words.say("main.twoRecordings"));
        }
        Screenshots screenshots = request.screenshots();
        if (screenshots != null) {
            // Also where there is a display: the pictures must not depend on it.
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        Memory memory = screenshots == null
                ? new MemoryFile(MemoryFile.place(), sentence -> System.err.println(sentence))
                : Memory.untilExit();
        CompletableFuture<Integer> code = new CompletableFuture<>();
        try {
            Platform.startup(() -> {
                if (screenshots == null) {
                    stage(request, memory, code);
                }
            });
        } catch (UnsupportedOperationException | IllegalStateException | LinkageError e) {
            return fail(Words.say("main.noToolkit", String.valueOf(e.getMessage())));
        }
        int result = screenshots == null
                ? code.join()
                : new PictureRun(screenshots, request.demo(), sentence -> System.err.println(sentence))
                        .run(session(request.open()), baseline(request.open()));
        Platform.exit();
        return result;
    }

    /// FX thread.
    private static void stage(Request request, Memory memory, CompletableFuture<Integer> code) {
        Stage stage = new Stage();
        Theme theme = Theme.chosen(memory.get(Setting.THEME, "system"));
        Shell shell = new Shell(WindowPages::all, theme, new Machine(() -> stage, memory, request.demo()));
        Platform.getPreferences().colorSchemeProperty().addListener(observable -> {
            if (memory.get(Setting.THEME, "system").equals("system")) {
                shell.theme(Theme.chosen("system"));
            }
        });
        stage.setScene(shell.scene(1440, 900));
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setTitle(Words.say("app.name"));
        stage.iconifiedProperty().addListener((observed, was, is) -> shell.hidden(is));
        stage.setOnHidden(event -> {
            shell.close();
            Thread.ofPlatform().start(() -> {
                shell.awaitClosed();
                code.complete(DONE);
            });
        });
        session(request.open()).ifPresent(shell::open);
        baseline(request.open()).ifPresent(file -> shell.goTo(new Target.Baseline(file)));
        stage.show();
        afterFirstPicture(stage.getScene(), () -> {
            shell.door().run(() -> stage.getIcons().addAll(WindowIcon.all()));
            shell.pages().forEach(page -> shell.door().run(page::view));
        });
    }

    /// What nobody sees at first comes while the first picture is painted on another thread: icons, pages behind the
    /// picker.
    private static void afterFirstPicture(Scene scene, Runnable work) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                work.run();
            }
        });
    }

    private static Optional<Session> session(Open open) {
        return switch (open) {
            case Open.Picker ignored -> Optional.empty();
            case Open.Running running -> Optional.of(running.session());
            case Open.Recordings recordings ->
                Optional.of(PlaybackSession.open(recordings.files().getLast()));
        };
    }

    /// Of two recordings the first is what the second is compared with.
    private static Optional<Path> baseline(Open open) {
        return open instanceof Open.Recordings(List<Path> files) && files.size() == 2
                ? Optional.of(files.getFirst())
                : Optional.empty();
    }

    static int fail(String sentence) {
        System.err.println(sentence);
        return FAILED;
    }
}

package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window;
import dev.plimsoll.session.Phase;
import dev.plimsoll.session.Session;
import dev.plimsoll.session.Snapshot;
import dev.plimsoll.ui.Memory;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.kit.Theme;
import dev.plimsoll.ui.kit.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes every page of a session as pictures: waits until it has data, holds it still, draws.
final class PictureRun {

    private static final long PATIENCE_SECONDS = 30;
    private static final long REPORTED_AFTER_MILLIS = 500;

    private final Window.Screenshots how;
    private final Window.@Nullable Demo demo;
    private final Consumer<String> stderr;

    PictureRun(Window.Screenshots how, Window.@Nullable Demo demo, Consumer<String> stderr) {
        this.how = how;
        this.demo = demo;
        this.stderr = stderr;
    }

    /// @param session closed before this returns; without one only the picker is drawn
    /// @param baseline what the session is compared with
    /// @return exit code
    int run(Optional<Session> session, Optional<Path> baseline) {
        // A window of its own for each shape: what was laid out for another would show. They close together, since the
        // first to close closes the session.
        List<PagePictures> windows = new ArrayList<>();
        try {
            for (Window.Shape shape : how.shapes()) {
                PagePictures pictures = new PagePictures(this::shell, shape);
                windows.add(pictures);
                pictures.picture();
                pictures.await(() -> pictures.shell().picker().settled());
                pictures.write("attach", folder(shape));
            }
            return session.isEmpty() ? 0 : pages(windows, session.get(), baseline);
        } catch (IOException e) {
            stderr.accept(Words.say("main.cannotWrite", how.directory(), e));
            return 2;
        } finally {
            windows.forEach(PictureRun::close);
        }
    }

    private Shell shell() {
        return new Shell(WindowPages::all, Theme.LIGHT, new Machine(() -> null, Memory.untilExit(), demo));
    }

    private static void close(PagePictures pictures) {
        pictures.onFx(() -> {
            pictures.shell().close();
            return true;
        });
        pictures.shell().awaitClosed();
    }

    private int pages(List<PagePictures> windows, Session session, Optional<Path> baseline) throws IOException {
        Snapshot snapshot = withData(session);
        if (snapshot.phase() instanceof Phase.Failed failed) {
            session.close();
            stderr.accept(failed.sentence());
            return 2;
        }
        session.freeze(true);
        for (int i = 0; i < windows.size(); i++) {
            PagePictures pictures = windows.get(i);
            pictures.onFx(() -> {
                pictures.shell().open(session);
                baseline.ifPresent(file -> pictures.shell().goTo(new Target.Baseline(file)));
                return true;
            });
            pictures.writePages(folder(how.shapes().get(i)));
        }
        return 0;
    }

    private Path folder(Window.Shape shape) throws IOException {
        return Files.createDirectories(how.directory().resolve(shape.folder()));
    }

    /// The first snapshot that shows something, or the newest one when nothing comes in time.
    private Snapshot withData(Session session) {
        CountDownLatch there = new CountDownLatch(1);
        Session.Subscription watch = session.onSnapshot(snapshot -> {
            if (ready(snapshot)) {
                there.countDown();
            }
        });
        try {
            if (!there.await(REPORTED_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
                stderr.accept(
                        Words.say("main.waiting", session.snapshot().subject().name()));
            }
            boolean reading = true;
            while (reading && !there.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // A big recording may take longer; a target that does nothing will not change by waiting.
                reading = session.snapshot().phase() instanceof Phase.Opening;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.close();
        }
        return session.snapshot();
    }

    private static boolean ready(Snapshot snapshot) {
        return switch (snapshot.phase()) {
            case Phase.Opening ignored -> false;
            case Phase.Live ignored ->
                snapshot.timeline().end() > 0 && !snapshot.ledger().bindings().isEmpty();
            case Phase.Playback ignored -> true;
            case Phase.Ended ignored -> true;
            case Phase.Failed ignored -> true;
        };
    }
}

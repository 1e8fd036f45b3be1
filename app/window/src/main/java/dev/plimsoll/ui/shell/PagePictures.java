package dev.plimsoll.ui.shell;

import dev.plimsoll.cli.Window;
import dev.plimsoll.ledger.BlockTable;
import dev.plimsoll.ui.FrameDoor;
import dev.plimsoll.ui.Page;
import dev.plimsoll.ui.Token;
import dev.plimsoll.ui.kit.Png;
import dev.plimsoll.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// Draws a window's pages off-screen, in both themes, at any size and scale, with no display. Never on the FX thread.
final class PagePictures {

    private static final long PATIENCE_MILLIS = 20_000;
    private static final long PAUSE_MILLIS = 15;

    private final FrameDoor door = new FrameDoor();
    private final Shell shell;
    private final Scene scene;
    private final Window.Shape shape;

    /// @param shell made for this; its scene must not be on a stage
    PagePictures(Supplier<Shell> shell, Window.Shape shape) {
        this.shell = onFx(shell);
        this.shape = shape;
        scene = onFx(() -> {
            Scene made = this.shell.scene(shape.width(), shape.height());
            this.shell.tokens().setDensity(shape.scale());
            return made;
        });
    }

    Shell shell() {
        return shell;
    }

    /// Writes `NAME-light.png` and `NAME-dark.png` of what the window shows now.
    void write(String name, Path directory) throws IOException {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                shell.theme(theme);
                return true;
            });
            Png.write(picture(), directory.resolve(name + "-" + theme.word() + ".png"));
        }
    }

    /// All pages of the session that is open, and what opens over them.
    void writePages(Path directory) throws IOException {
        for (Page page : shell.pages()) {
            onFx(() -> {
                shell.select(page);
                return true;
            });
            write(page.id(), directory);
        }
        onFx(() -> {
            shell.showSettings();
            return true;
        });
        write("settings", directory);
        onFx(() -> {
            shell.select(shell.pages().getFirst());
            return true;
        });
        sheet("palette", directory, shell::showPalette);
        sheet("keys", directory, shell::showKeys);
        BlockTable blocks = onFx(shell::shown).orElseThrow().ledger().blocks();
        int block = blocks.next(0);
        if (block >= 0) {
            sheet("address", directory, () -> shell.inspect(blocks.address(block)));
        }
    }

    private void sheet(String name, Path directory, Runnable show) throws IOException {
        onFx(() -> {
            show.run();
            return true;
        });
        await(() -> shell.overlay().open());
        write(name, directory);
        onFx(() -> {
            shell.overlay().close();
            return true;
        });
    }

    /// The picture once everything asked for is there. The first pass is thrown away: some work begins only when a node
    /// knows its size.
    WritableImage picture() {
        onFx(this::draw);
        await(() -> shell.page().settled());
        onFx(this::draw);
        return onFx(this::draw);
    }

    /// A scroll pane keeps a picture of its content, and off-screen it keeps it although the theme has changed.
    private static void drawAfresh(Node node) {
        node.setCache(false);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(PagePictures::drawAfresh);
        }
    }

    private WritableImage draw() {
        drawAfresh(scene.getRoot());
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(shell.tokens().get(Token.BG));
        how.setTransform(Transform.scale(shape.scale(), shape.scale()));
        how.setViewport(new Rectangle2D(0, 0, shape.width() * shape.scale(), shape.height() * shape.scale()));
        return scene.getRoot().snapshot(how, null);
    }

    /// Polls on the FX thread, since pages settle there.
    void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!onFx(condition::getAsBoolean) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    <T> T onFx(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        door.run(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        try {
            return done.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A picture could not be drawn: " + e.getCause(), e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("The window did not answer.", e);
        }
    }
}

package dev.plimsoll.ui.flame;

import dev.plimsoll.export.ExportFormat;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Png;
import dev.plimsoll.ui.kit.Words;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// Saves what the page shows: PNG as it is seen, SVG with all rows, HTML to zoom and search in. FX thread; files are
/// written off it.
final class GraphSaving {

    private static final double FINE = 2;

    private final PageContext context;
    private final Supplier<FlameViewState> state;
    private final Node graph;
    private final MenuButton menu = new MenuButton(null, Icons.of("download"));

    GraphSaving(PageContext context, Supplier<FlameViewState> state, Node graph) {
        this.context = context;
        this.state = state;
        this.graph = graph;
        menu.setId("flame-save");
        menu.getStyleClass().add("flat");
        menu.setAccessibleText(Words.say("flame.save"));
        menu.getItems()
                .setAll(
                        item("flame.save.png", this::png),
                        item("flame.save.svg", this::svg),
                        item("flame.save.html", this::html));
    }

    MenuButton node() {
        return menu;
    }

    private void png() {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(FINE, FINE));
        WritableImage image = graph.snapshot(how, null);
        context.save("flame.png", file -> Png.write(image, file));
    }

    private void svg() {
        FlameViewState now = state.get();
        String title = now.answer().asked() == null
                ? ""
                : now.answer().asked().snapshot().subject().name();
        String text = GraphSvg.of(
                context.tokens(), now, title, graph.getLayoutBounds().getWidth());
        context.save("flame.svg", file -> Files.writeString(file, text));
    }

    private void html() {
        Answer answer = state.get().answer();
        Answer.Asked asked = answer.asked();
        if (asked == null) {
            return;
        }
        context.save("flame.html", file -> {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                ExportFormat.HTML
                        .writer(GraphStacks.figure(answer))
                        .write(GraphStacks.of(answer, asked.snapshot()), out);
            }
        });
    }

    private static MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(Words.say(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(event -> act.run());
        return item;
    }
}

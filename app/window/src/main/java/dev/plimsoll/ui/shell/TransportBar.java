package dev.plimsoll.ui.shell;

import dev.plimsoll.session.Playback;
import dev.plimsoll.ui.kit.IconButton;
import dev.plimsoll.ui.kit.Icons;
import dev.plimsoll.ui.kit.Segments;
import dev.plimsoll.ui.kit.Texts;
import dev.plimsoll.ui.kit.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// The film's controls in the target bar: one collection back, play, one on, the clock, the speed, the loop. FX thread.
final class TransportBar extends HBox {

    static final List<Double> SPEEDS = List.of(1.0, 5.0, 20.0, 100.0);

    private final Button play = new Button(null, Icons.of("play"));
    private final Label clock = Texts.label("", "mono", "figure-12", "strong");
    private final Label elapsed = Texts.mono("");
    private final Segments<Double> speeds;
    private final ToggleButton loop = new ToggleButton(null, Icons.of("repeat"));

    TransportBar(Transport transport) {
        setSpacing(8);
        setAlignment(Pos.CENTER_LEFT);
        setId("transport");
        Button back = icon("skip-back", "transport.gcBack", "gc-back");
        back.setOnAction(event -> transport.step(Playback.Stop.GC, false));
        Button on = icon("skip-forward", "transport.gcOn", "gc-on");
        on.setOnAction(event -> transport.step(Playback.Stop.GC, true));
        Button finding = icon("alert-octagon", "transport.finding", "finding-on");
        finding.setOnAction(event -> transport.step(Playback.Stop.FINDING, true));
        play.setId("play");
        play.getStyleClass().addAll("primary", "icon-only");
        play.setOnAction(event -> transport.playOrPause());
        elapsed.getStyleClass().add("secondary");
        speeds = new Segments<>(transport::speed);
        for (double speed : SPEEDS) {
            speeds.add(speed, Words.say("transport.speed", Math.round(speed))).setId("speed-" + Math.round(speed));
        }
        loop.setId("loop");
        loop.setAccessibleText(Words.say("transport.loop"));
        loop.setTooltip(new Tooltip(Words.say("transport.loop")));
        loop.setOnAction(event -> transport.loop(loop.isSelected()));
        clock.setId("film-clock");
        clock.setMinWidth(USE_PREF_SIZE);
        elapsed.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(List.of(back, play, on, finding, clock, elapsed, speeds, loop));
    }

    void show(Playback.State state, long start, long end, boolean narrow) {
        play.setGraphic(Icons.of(state.playing() ? "pause" : "play"));
        play.setAccessibleText(Words.say(state.playing() ? "transport.pause" : "transport.play"));
        clock.setText(Words.time(state.position()));
        elapsed.setText(Words.say(
                "transport.elapsed",
                Words.sinceStart(state.position() - start, false).substring(1),
                Words.sinceStart(end - start, false).substring(1)));
        elapsed.setVisible(!narrow);
        elapsed.setManaged(!narrow);
        double nearest = SPEEDS.getFirst();
        for (double speed : SPEEDS) {
            nearest = Math.abs(speed - state.speed()) < Math.abs(nearest - state.speed()) ? speed : nearest;
        }
        speeds.select(nearest);
        loop.setSelected(state.loop() != null);
    }

    private static Button icon(String icon, String key, String id) {
        return IconButton.of(Icons.of(icon), Words.say(key), id);
    }
}

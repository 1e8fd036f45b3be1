package dev.plimsoll.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Light or dark. Set per scene, never for the whole application, so that both can be drawn in one run.
public enum Theme {
    LIGHT,
    DARK;

    /// Sheets that are the same in both themes; those of the pages too, so that [TextSize] can say all of them again.
    static final List<String> SHEETS = List.of(
            "window.css",
            "kit/filter.css",
            "overview/overview.css",
            "event/event.css",
            "finding/finding.css",
            "ledger/ledger.css",
            "compare/compare.css",
            "attach/attach.css",
            "callback/callback.css",
            "flame/flame.css",
            "gc/gc.css");

    /// Puts the style sheets of this theme on a scene, in place of the other's. Pop-ups take them from their owner.
    public void apply(Scene scene) {
        var base = this == LIGHT ? new PrimerLight() : new PrimerDark();
        scene.setUserAgentStylesheet(base.getUserAgentStylesheet());
        List<String> sheets = new ArrayList<>(
                List.of(sheet("tokens-" + word() + ".css"), sheet("tokens.css"), sheet("modena-names.css")));
        SHEETS.forEach(name -> sheets.add(sheet(name)));
        sheets.add(Fonts.styleSheet());
        scene.getStylesheets().setAll(sheets);
    }

    /// Of a choice: `light`, `dark`, or anything else for what the system shows now.
    public static Theme chosen(String choice) {
        for (Theme theme : values()) {
            if (theme.word().equals(choice)) {
                return theme;
            }
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
    }

    /// `light` or `dark`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    private static String sheet(String name) {
        return address(Theme.class, "/dev/plimsoll/ui/" + name);
    }

    /// Address of a style sheet beside a class.
    public static String address(Class<?> beside, String name) {
        URL found = beside.getResource(name);
        if (found == null) {
            throw new IllegalStateException("No style sheet " + name + " beside " + beside.getName() + ".");
        }
        return found.toExternalForm();
    }
}

package dev.plimsoll.ui.kit;

import org.kordamp.ikonli.javafx.FontIcon;

/// Feather icons at the window's sizes. Their colour comes from the style sheet.
public final class Icons {

    private Icons() {}

    /// 14 px, for controls. `name` without its `fth-`.
    public static FontIcon of(String name) {
        return of(name, 14);
    }

    /// 12 px, for badges and rows.
    public static FontIcon small(String name) {
        return of(name, 12);
    }

    public static FontIcon of(String name, int size) {
        FontIcon icon = FontIcon.of(org.kordamp.ikonli.feather.Feather.findByDescription("fth-" + name), size);
        // The base theme sets a size of its own; the class wins over it.
        icon.getStyleClass().addAll("icon", "icon-" + size);
        return icon;
    }
}

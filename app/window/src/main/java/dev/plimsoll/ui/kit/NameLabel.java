package dev.plimsoll.ui.kit;

import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// A qualified name. Where it is too long for its label it goes on in the next line after a dot or a dollar sign, which
/// JavaFX's own wrapping cannot be told: it breaks anywhere within a word. FX thread.
public final class NameLabel extends Label {

    /// Tells this break from one that belongs to the text.
    public static final String BREAK = "\u200B\n";

    private final Text measure = new Text();
    private String name = "";

    public NameLabel(String... classes) {
        getStyleClass().addAll(classes);
        setWrapText(true);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setMinHeight(Region.USE_PREF_SIZE);
        InvalidationListener again = observable -> arrange();
        widthProperty().addListener(again);
        fontProperty().addListener(again);
    }

    public void name(String whole) {
        name = whole;
        setAccessibleText(whole);
        arrange();
    }

    private void arrange() {
        Insets insets = getInsets();
        double room = getWidth() - insets.getLeft() - insets.getRight();
        setText(room <= 0 ? name : broken(room));
    }

    private String broken(double room) {
        StringBuilder lines = new StringBuilder();
        int begin = 0;
        int fits = 0;
        for (int end = 1; end <= name.length(); end++) {
            boolean may = end == name.length() || ".$".indexOf(name.charAt(end - 1)) >= 0;
            if (may && fits > begin && width(name.substring(begin, end)) > room) {
                lines.append(name, begin, fits).append(BREAK);
                begin = fits;
            }
            fits = may ? end : fits;
        }
        return lines.append(name, begin, name.length()).toString();
    }

    private double width(String text) {
        measure.setFont(getFont());
        measure.setText(text);
        return measure.getLayoutBounds().getWidth();
    }
}

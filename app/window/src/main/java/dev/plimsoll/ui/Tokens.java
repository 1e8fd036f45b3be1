package dev.plimsoll.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The theme's colours for painters, since a canvas does not see style sheets. One per window, without size; it must
/// stand in the scene. FX thread only.
public final class Tokens extends Region {

    private static final Map<Token, CssMetaData<Tokens, Color>> META = meta();
    private static final List<CssMetaData<? extends Styleable, ?>> ALL = all();

    private final Map<Token, SimpleStyleableObjectProperty<Color>> colors = new EnumMap<>(Token.class);
    private final ReadOnlyLongWrapper version = new ReadOnlyLongWrapper(this, "version");

    private double density = 1;

    public Tokens() {
        getStyleClass().add("tokens");
        setManaged(false);
        setMouseTransparent(true);
        META.forEach((token, meta) -> {
            var color = new SimpleStyleableObjectProperty<>(meta, this, meta.getProperty(), Color.TRANSPARENT);
            color.addListener((observed, was, is) -> version.set(version.get() + 1));
            colors.put(token, color);
        });
    }

    public Color get(Token token) {
        return property(token).get();
    }

    /// Grows with each change of a colour: painters that keep what they drew compare it.
    public ReadOnlyLongProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /// How many canvas pixels a painter spends on a logical pixel: 1 on a screen, where the toolkit refines canvases by
    /// itself, and the scale of the picture when one is taken off-screen.
    public double density() {
        return density;
    }

    public void setDensity(double density) {
        this.density = density;
        version.set(version.get() + 1);
    }

    private SimpleStyleableObjectProperty<Color> property(Token token) {
        var property = colors.get(token);
        if (property == null) {
            throw new IllegalStateException("No colour for " + token);
        }
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return ALL;
    }

    private static Map<Token, CssMetaData<Tokens, Color>> meta() {
        Map<Token, CssMetaData<Tokens, Color>> made = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            // A name of its own: a property that is called like the colour it looks up would look up itself.
            made.put(token, new Meta(token, token.css().replace("-pl-", "-token-")));
        }
        return made;
    }

    private static List<CssMetaData<? extends Styleable, ?>> all() {
        List<CssMetaData<? extends Styleable, ?>> list = new ArrayList<>(Region.getClassCssMetaData());
        Arrays.stream(Token.values()).map(META::get).forEach(list::add);
        return List.copyOf(list);
    }

    private static final class Meta extends CssMetaData<Tokens, Color> {
        private final Token token;

        Meta(Token token, String property) {
            super(property, ColorConverter.getInstance(), Color.TRANSPARENT);
            this.token = token;
        }

        @Override
        public boolean isSettable(Tokens tokens) {
            return !tokens.property(token).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Tokens tokens) {
            return tokens.property(token);
        }
    }
}

package dev.plimsoll.ui.kit;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a class where there may be no room for it: packages give way first, as in a frame of the flame graph.
public final class QualifiedName {

    private static final Pattern QUALIFIED = Pattern.compile("(?:[\\w$]+\\.)+[\\w$/+]+(?:\\[])*");

    /// A method with its class, and where it is known its line.
    private static final Pattern LINE = Pattern.compile("([\\w$/+]+)(\\.[\\w$<>]+(?::\\d+)?)");

    /// Fewer letters of a class do not tell which it is.
    private static final int LEAST_OF_CLASS = 3;

    private QualifiedName() {}

    /// The widest step that has at most `room` characters: the whole, initials for the packages, the last part, that
    /// part cut at its end. Any other text is whole or cut at its end.
    public static String fit(String text, int room) {
        if (text.length() <= room || !QUALIFIED.matcher(text).matches()) {
            return FrameLabel.cut(text, room);
        }
        int dot = text.lastIndexOf('.');
        StringBuilder brief = new StringBuilder();
        for (String part : text.substring(0, dot).split("\\.")) {
            brief.append(part.charAt(0)).append('.');
        }
        String last = text.substring(dot + 1);
        return List.of(brief + last, last).stream()
                .filter(step -> step.length() <= room)
                .findFirst()
                .orElseGet(() -> FrameLabel.cut(last, room));
    }

    /// `TextureCache.upload:214`, or where that has more than `room` characters `Textu….upload:214`, `upload:214`, that
    /// cut at its end.
    public static String fitLine(String text, int room) {
        Matcher line = LINE.matcher(text);
        if (text.length() <= room || !line.matches()) {
            return FrameLabel.cut(text, room);
        }
        int ofClass = room - line.group(2).length();
        return ofClass > LEAST_OF_CLASS
                ? FrameLabel.cut(line.group(1), ofClass) + line.group(2)
                : FrameLabel.cut(line.group(2).substring(1), room);
    }
}

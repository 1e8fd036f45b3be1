package dev.plimsoll.ui.kit;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// What a person looks for.
///
/// @param text as typed
/// @param regex whether it is a regular expression; else it is looked for as it stands, without regard to case
/// @param pattern empty when there is nothing to look for, or the expression is wrong
/// @param error what is wrong with the expression, or the empty string
public record Search(String text, boolean regex, Optional<Pattern> pattern, String error) {

    public static final Search NONE = new Search("", true, Optional.empty(), "");

    public static Search of(String text, boolean regex) {
        if (text.isEmpty()) {
            return new Search(text, regex, Optional.empty(), "");
        }
        try {
            Pattern pattern = Pattern.compile(regex ? text : Pattern.quote(text), Pattern.CASE_INSENSITIVE);
            return new Search(text, regex, Optional.of(pattern), "");
        } catch (PatternSyntaxException wrong) {
            return new Search(text, regex, Optional.empty(), wrong.getDescription());
        }
    }

    /// Whether `other` is found in the text, or nothing is looked for.
    public boolean finds(String other) {
        return pattern.map(pattern -> pattern.matcher(other).find()).orElse(true);
    }

    /// Whether matches are marked and everything else steps back.
    public boolean active() {
        return pattern.isPresent();
    }

    /// As a filter takes it.
    public String expression() {
        return pattern.map(pattern -> "(?i)" + pattern.pattern()).orElse("");
    }
}

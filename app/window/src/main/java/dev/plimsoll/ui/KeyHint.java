package dev.plimsoll.ui;

import java.util.List;

/// Keys and what they do, as in the status bar.
///
/// @param keys caps, for example `Ctrl`, `F`
/// @param does a word or two, lower case
public record KeyHint(List<String> keys, String does) {

    public static KeyHint of(String does, String... keys) {
        return new KeyHint(List.of(keys), does);
    }
}

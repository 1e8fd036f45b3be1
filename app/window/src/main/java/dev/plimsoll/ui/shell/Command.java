package dev.plimsoll.ui.shell;

import java.util.List;
import java.util.Locale;

/// Something the palette can do or lead to.
///
/// @param kind what it is, told by its icon
/// @param title what a person looks for
/// @param detail beside it, or empty
/// @param keys caps of its key, or none
record Command(Kind kind, String title, String detail, List<String> keys, Runnable act) {

    /// What a command does or leads to.
    enum Kind {
        PAGE("layout"),
        FINDING("alert-circle"),
        SITE("list"),
        ADDRESS("hash"),
        RECORDING("file"),
        ACT("chevron-right");

        /// Name of its icon.
        final String icon;

        Kind(String icon) {
            this.icon = icon;
        }
    }

    static Command act(String title, String detail, Runnable act, String... keys) {
        return new Command(Kind.ACT, title, detail, List.of(keys), act);
    }

    static Command of(Kind kind, String title, String detail, Runnable act) {
        return new Command(kind, title, detail, List.of(), act);
    }

    /// Lower is better, negative is no match: every word must stand somewhere, a title that begins with the words comes
    /// first, then one with them at the beginning of a word.
    int rank(String typed) {
        String text = (title + " " + detail).toLowerCase(Locale.ROOT);
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        for (String word : wanted.split("\\s+")) {
            if (!text.contains(word)) {
                return -1;
            }
        }
        String lower = title.toLowerCase(Locale.ROOT);
        return lower.startsWith(wanted) ? 0 : (" " + lower.replace('.', ' ')).contains(" " + wanted) ? 1 : 2;
    }
}

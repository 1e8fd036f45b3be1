/// The frame around the pages: target bar, tab row, status bar, theme, keys, pictures, and the way in from the
/// commands. The only package of the window that knows every slice.
@NullMarked
package dev.plimsoll.ui.shell;

import org.jspecify.annotations.NullMarked;

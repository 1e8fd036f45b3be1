/// What the window's parts agree on: pages and their context, the frame door, and the tokens of the theme.
/// No page, no control and no session logic may live here; pages are in slices below, the frame around them in `shell`.
@NullMarked
package dev.plimsoll.ui;

import org.jspecify.annotations.NullMarked;

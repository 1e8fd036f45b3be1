/// The comparison of two recordings: an overlaid strip, a differential flame graph, the biggest changes. What differs
/// is told by `dev.plimsoll.comparison` and `dev.plimsoll.flame`; nothing here computes a difference.
@NullMarked
package dev.plimsoll.ui.compare;

import org.jspecify.annotations.NullMarked;

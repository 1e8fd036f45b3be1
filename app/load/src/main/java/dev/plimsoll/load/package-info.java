/// One table from one run: how fast the window is while a target with a million live blocks keeps it busy. The target,
/// the desk and the first picture run in JVMs of their own. Nothing that ships may use this.
@NullMarked
package dev.plimsoll.load;

import org.jspecify.annotations.NullMarked;

/// The commands. Words for people go to stderr, data to stdout; JavaFX is never loaded from here.
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;

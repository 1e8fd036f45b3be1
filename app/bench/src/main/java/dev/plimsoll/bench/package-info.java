/// One table from one run: Plimsoll and other readers of recordings, each in a JVM of its own with the same heap, on
/// the same file. Nothing that ships may use this.
@NullMarked
package dev.plimsoll.bench;

import org.jspecify.annotations.NullMarked;

/// JFR files read chunk by chunk without one object per event: the fast way from a recording to columns. The
/// layout of every event comes from the file's own metadata; where it is not as expected the caller is told to use
/// `jdk.jfr.consumer` instead. A recording is data from anywhere: every length, offset and count is checked before
/// use. Nothing of `jdk.jfr` may enter.
@NullMarked
package dev.plimsoll.recording.chunk;

import org.jspecify.annotations.NullMarked;

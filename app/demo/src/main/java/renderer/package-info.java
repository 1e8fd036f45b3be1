/// A small software renderer that runs in a JVM of its own, so that Plimsoll has something to attach to.
/// It is somebody's program: nothing of Plimsoll may be used here, and its faults are on purpose.
@NullMarked
package renderer;

import org.jspecify.annotations.NullMarked;

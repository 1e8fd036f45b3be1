/// What a JVM wrote when it died, and what a recording knows of the address that it died of. No terminal here.
@NullMarked
package dev.plimsoll.crash;

import org.jspecify.annotations.NullMarked;

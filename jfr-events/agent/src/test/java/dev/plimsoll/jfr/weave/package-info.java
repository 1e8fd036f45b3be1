/** The families against the real libraries, in JVMs of their own. */
@NullMarked
package dev.plimsoll.jfr.weave;

import org.jspecify.annotations.NullMarked;

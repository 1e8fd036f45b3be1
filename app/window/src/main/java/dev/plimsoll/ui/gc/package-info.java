/// The GC page: what each cycle did to native memory whose owners it collected.
@NullMarked
package dev.plimsoll.ui.gc;

import org.jspecify.annotations.NullMarked;

/// One target or one recording being looked at. Owns the writer thread; the only door to data.
@NullMarked
package dev.plimsoll.session;

import org.jspecify.annotations.NullMarked;

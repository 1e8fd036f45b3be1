/// The strip that is always visible: one time axis, lanes for memory, native bytes by binding, callbacks and GC, and
/// the
/// range that every page answers for. It knows no page.
@NullMarked
package dev.plimsoll.ui.timeline;

import org.jspecify.annotations.NullMarked;

/// The callbacks page: what native code can call, by the line that registered it and one by one, with lifetime lanes.
@NullMarked
package dev.plimsoll.ui.callback;

import org.jspecify.annotations.NullMarked;

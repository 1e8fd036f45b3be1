/// Series over time, their down-sampling, and GC cycles. Pure data; no drawing.
@NullMarked
package dev.plimsoll.timeline;

import org.jspecify.annotations.NullMarked;

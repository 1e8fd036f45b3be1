/// The findings page: what is wrong, how sure, what to do, and the line.
@NullMarked
package dev.plimsoll.ui.finding;

import org.jspecify.annotations.NullMarked;

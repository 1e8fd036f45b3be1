/// Events of any type as a table of columns, whatever their fields: for looking at, filtering, sorting and charting.
/// Knows no file format and no event by name.
@NullMarked
package dev.plimsoll.event.raw;

import org.jspecify.annotations.NullMarked;

/// The Events page: every event type of a recording, its events as a table with filter and sort, and any numeric field
/// over time. Reads through `dev.plimsoll.session.EventLog` on a thread of its own; knows no event by name.
@NullMarked
package dev.plimsoll.ui.event;

import org.jspecify.annotations.NullMarked;

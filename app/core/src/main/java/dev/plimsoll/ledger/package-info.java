/// The account of live allocations and callbacks: one writer, immutable snapshots out.
/// No thread, no clock, no JFR: the order of events is the only input.
@NullMarked
package dev.plimsoll.ledger;

import org.jspecify.annotations.NullMarked;

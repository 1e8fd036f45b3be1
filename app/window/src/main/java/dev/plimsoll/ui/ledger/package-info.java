/// The allocations page: sites, the live blocks of one site, one block. Tables show windows on columns of a snapshot;
/// a million blocks are never made into rows. Sorting and filtering happen off the FX thread.
@NullMarked
package dev.plimsoll.ui.ledger;

import org.jspecify.annotations.NullMarked;

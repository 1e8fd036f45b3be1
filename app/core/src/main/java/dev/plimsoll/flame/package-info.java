/// Call trees and their layout in a space without pixels. Pure functions of ledger snapshots.
@NullMarked
package dev.plimsoll.flame;

import org.jspecify.annotations.NullMarked;

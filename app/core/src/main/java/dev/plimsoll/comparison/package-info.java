/// What changed between two snapshots, of two recordings or of one at two moments: sites, bindings, findings. Pure
/// functions of snapshots; nothing here reads a file or knows how a difference is shown.
@NullMarked
package dev.plimsoll.comparison;

import org.jspecify.annotations.NullMarked;

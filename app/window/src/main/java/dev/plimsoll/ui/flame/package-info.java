/// The flame graph page: presenter, geometry in pixels, painter and nodes. The tree and its layout in shares come from
/// `dev.plimsoll.flame`. Nothing here folds stacks, and nothing here knows another page.
@NullMarked
package dev.plimsoll.ui.flame;

import org.jspecify.annotations.NullMarked;

/// Parts that every page is built of: type, words, icons, badges, rows. A part shows what it is given and knows no
/// session, no page and no slice.
@NullMarked
package dev.plimsoll.ui.kit;

import org.jspecify.annotations.NullMarked;

/// The overview: one sentence, the account book of the resident memory over time and as rows, and the findings.
@NullMarked
package dev.plimsoll.ui.overview;

import org.jspecify.annotations.NullMarked;

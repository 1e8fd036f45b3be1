/// Programs with a known answer, recorded and judged as a person would do it, and how often the answer was right.
/// Knows what is in `src/main/programs` and the commands; nothing that ships may know anything of it.
@NullMarked
package dev.plimsoll.truth;

import org.jspecify.annotations.NullMarked;

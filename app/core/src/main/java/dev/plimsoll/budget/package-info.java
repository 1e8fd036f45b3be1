/// Budgets of native memory: what a file allows, and whether a snapshot keeps to it. Writes nothing and formats
/// nothing for other tools.
@NullMarked
package dev.plimsoll.budget;

import org.jspecify.annotations.NullMarked;

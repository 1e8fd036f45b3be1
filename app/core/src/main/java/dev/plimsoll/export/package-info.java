/// Snapshots written in formats that other tools read. No format may reach back into the session.
@NullMarked
package dev.plimsoll.export;

import org.jspecify.annotations.NullMarked;

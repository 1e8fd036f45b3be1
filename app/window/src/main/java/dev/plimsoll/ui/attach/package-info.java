/// The attach picker: the JVMs of this machine, why one cannot be attached, and what to know before attaching.
/// It asks for a list and hands back a choice; it attaches nothing itself.
@NullMarked
package dev.plimsoll.ui.attach;

import org.jspecify.annotations.NullMarked;

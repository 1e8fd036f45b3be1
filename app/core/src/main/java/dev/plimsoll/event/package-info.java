/// What happened in the target: sealed events, frames, stacks and their ids.
/// Depends on nothing but the JDK. No JFR type, no file, no thread may enter.
@NullMarked
package dev.plimsoll.event;

import org.jspecify.annotations.NullMarked;

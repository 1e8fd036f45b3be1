/**
 * Start, options, control channel, recording, ticker, detach. {@link dev.plimsoll.jfr.agent.Entry} is the one class that
 * the target's system loader sees; all others live in a loader of their own, whose parent is the boot loader. Knows
 * nothing of single bindings: those are the weave package's.
 */
@NullMarked
package dev.plimsoll.jfr.agent;

import org.jspecify.annotations.NullMarked;

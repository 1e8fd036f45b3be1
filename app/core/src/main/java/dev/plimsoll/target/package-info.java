/// Finds JVMs, says why one cannot be attached, attaches, controls and detaches the agent.
/// The only package that may touch the Attach API.
@NullMarked
package dev.plimsoll.target;

import org.jspecify.annotations.NullMarked;

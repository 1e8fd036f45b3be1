/**
 * Handles for authors of bindings: they give native things back once, and tell the flight recorder the same as the agent's probes.
 * Nothing here needs the agent, and nothing here weaves.
 */
@NullMarked
package dev.plimsoll.jfr.library;

import org.jspecify.annotations.NullMarked;

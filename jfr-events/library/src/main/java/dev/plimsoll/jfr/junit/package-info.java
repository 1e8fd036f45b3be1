/**
 * Budgets of native memory for tests: the annotation, and the extension that holds a test against it. Reads the flight recorder only;
 * the agent's classes are never named here, since they may come from another loader.
 */
@NullMarked
package dev.plimsoll.jfr.junit;

import org.jspecify.annotations.NullMarked;

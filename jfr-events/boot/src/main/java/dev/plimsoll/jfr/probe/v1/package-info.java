/**
 * What woven code calls inside the target: guard, sampling, the table of live blocks, owners, callbacks. Everything here
 * runs in somebody else's threads, so nothing throws, nothing locks on the hot path, and nothing uses lambdas or string
 * concatenation (their bootstrap would run inside the method that is being watched). No dependency but {@code java.base}
 * and {@code jdk.jfr}. A loaded boot class can never be replaced, so the package carries a version.
 */
package dev.plimsoll.jfr.probe.v1;

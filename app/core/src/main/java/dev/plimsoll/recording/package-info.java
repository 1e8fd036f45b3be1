/// JFR in, live or from a file; events of `dev.plimsoll.event` out.
/// The only package that may touch `jdk.jfr.consumer`.
@NullMarked
package dev.plimsoll.recording;

import org.jspecify.annotations.NullMarked;

/**
 * What tests of every module need to run the real thing: the JDKs and the tools of this machine, and the word at the end about tests that had to be
 * left out. Nothing here is shipped.
 */
@NullMarked
package dev.plimsoll.testing;

import org.jspecify.annotations.NullMarked;

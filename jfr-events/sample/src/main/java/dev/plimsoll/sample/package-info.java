/**
 * Programs that write recordings: the one of the speed table and the odd ones that the readers are held equal on. They
 * use the contract's events without an agent. Nothing here is shipped.
 */
@NullMarked
package dev.plimsoll.sample;

import org.jspecify.annotations.NullMarked;

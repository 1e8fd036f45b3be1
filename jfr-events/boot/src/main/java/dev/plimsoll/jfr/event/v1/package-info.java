/**
 * The flight recorder events of the contract and their names. They run in the target on its boot path, and the desk
 * takes the names from here. A loaded boot class can never be replaced, so the package carries a version: fields may be
 * added to an event of v1, none may change. No behaviour, no dependency but {@code jdk.jfr}.
 */
package dev.plimsoll.jfr.event.v1;

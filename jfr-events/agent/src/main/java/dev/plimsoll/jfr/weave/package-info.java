/**
 * Which methods of which binding get which probe, one class per binding family that reads like a table, and the little
 * that puts calls into a method's code. Runs in a loader of its own inside the target. A class that cannot be woven keeps
 * its original bytes and becomes one problem; nothing here starts a thread, writes an event or knows the desk.
 */
@NullMarked
package dev.plimsoll.jfr.weave;

import org.jspecify.annotations.NullMarked;

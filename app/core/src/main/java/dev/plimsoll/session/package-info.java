/// One target or one recording being looked at. Owns the writer thread; the only door to data.
///
/// A recording is read once and then played: [Session#playback()] is its transport ([Playback]), there as soon as the
/// phase is [Phase.Playback]. Its `seek`, `play`, `speed`, `loop` and `step` move the playhead; the snapshot of the
/// playhead's moment comes through [Session#onSnapshot] like any other, its ledger and timeline ending at that moment.
/// Marks of a range ask `between`, and a flame graph of a range is folded from what that says. [Session#save] writes
/// all, a range, or some bindings.
@NullMarked
package dev.plimsoll.session;

import org.jspecify.annotations.NullMarked;

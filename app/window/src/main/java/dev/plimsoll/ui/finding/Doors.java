package dev.plimsoll.ui.finding;

import dev.plimsoll.finding.Door;
import dev.plimsoll.ui.PageContext;
import dev.plimsoll.ui.Target;
import dev.plimsoll.ui.TimeRange;
import dev.plimsoll.ui.kit.Words;

/// What is behind the doors of evidence: a word to put on each, and the way there.
final class Doors {

    private Doors() {}

    /// A word or two; empty for a door that leads nowhere.
    static String words(Door door) {
        return switch (door) {
            case Door.None() -> "";
            case Door.Blocks ignored -> Words.say("door.blocks");
            case Door.Flame ignored -> Words.say("door.flame");
            case Door.Callback ignored -> Words.say("door.callbacks");
            case Door.Address ignored -> Words.say("door.address");
            case Door.Cycle(long gcId) -> Words.say("door.cycle", Long.toString(gcId));
            case Door.Stretch ignored -> Words.say("door.stretch");
            case Door.AccountBook() -> Words.say("door.book");
        };
    }

    /// Goes through. FX thread.
    static void enter(Door door, PageContext context) {
        switch (door) {
            case Door.None() -> {
                // The line stands for itself.
            }
            case Door.Blocks(var site) -> context.goTo(new Target.Site(site));
            case Door.Flame(var site) -> context.goTo(new Target.Flame(site));
            case Door.Callback(long handle) -> context.goTo(new Target.CallbackHandle(handle));
            case Door.Address(long address) -> context.inspect(address);
            case Door.Cycle(long gcId) -> context.goTo(new Target.Cycle(gcId));
            case Door.Stretch(long from, long to, var site) ->
                context.goTo(new Target.LeftBy(new TimeRange(from, to), site));
            case Door.AccountBook() -> context.goTo(new Target.ToPage("overview"));
        }
    }
}

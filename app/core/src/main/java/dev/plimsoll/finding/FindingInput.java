package dev.plimsoll.finding;

import dev.plimsoll.event.NativeEvent;
import dev.plimsoll.event.StackTable;
import dev.plimsoll.ledger.History;
import dev.plimsoll.ledger.LedgerSnapshot;
import dev.plimsoll.timeline.TimelineSnapshot;
import java.util.List;

/// All that rules may look at, at one moment.
///
/// @param stacks what stack numbers mean
/// @param ledger live blocks and callbacks
/// @param timeline GC cycles
/// @param history how the lines came to where they are; of a ledger that knows `stacks`
/// @param watching what could not be seen
/// @param held objects of which is known what holds them; of one search
public record FindingInput(
        StackTable stacks,
        LedgerSnapshot ledger,
        TimelineSnapshot timeline,
        History history,
        Watching watching,
        List<NativeEvent.HeldObject> held) {}

package dev.plimsoll.jfr.probe.v1;

/**
 * Whether a few of very many blocks stay, by the exact counters: in some binding the fewest that were out within three
 * seconds are more than in the three before, and far fewer than were taken. The agent's ticker only.
 */
final class Drift {

    private static final int SECONDS = 3;

    /** Blocks. Fewer come and go with any queue. */
    private static final long RISE = 8;

    /** Of the blocks that were taken: where more stay, plain sampling sees them. */
    private static final double FEW = 0.01;

    private final long[] fewest = new long[Binding.LIMIT];
    private final long[] fewestBefore = new long[Binding.LIMIT];
    private final long[] takenBefore = new long[Binding.LIMIT];
    private int seconds;
    private int windows;
    private boolean fewStay;

    /**
     * Once a second.
     *
     * @param session sums since the session began
     * @return what was found in the last two windows that are over
     */
    boolean second(Totals session) {
        for (int b = 0; b < Binding.LIMIT; b++) {
            long out = session.allocations[b] - session.frees[b];
            fewest[b] = seconds == 0 ? out : Math.min(fewest[b], out);
        }
        if (++seconds == SECONDS) {
            fewStay = turn(session);
        }
        return fewStay;
    }

    private boolean turn(Totals session) {
        boolean found = false;
        for (int b = 0; b < Binding.LIMIT; b++) {
            long rise = fewest[b] - fewestBefore[b];
            long taken = session.allocations[b] - takenBefore[b];
            found |= windows > 0 && rise >= RISE && rise <= FEW * taken;
            fewestBefore[b] = fewest[b];
            takenBefore[b] = session.allocations[b];
        }
        windows++;
        seconds = 0;
        return found;
    }
}

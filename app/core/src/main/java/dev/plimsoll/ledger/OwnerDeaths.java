package dev.plimsoll.ledger;

import java.util.Map;

/// Native bytes whose Java owner died in one GC cycle: the owner was collected and the block is live, or a Cleaner
/// freed the block since. A death belongs to the last cycle whose references had been processed when it was seen.
/// Estimates: sums of bytes times weight.
///
/// @param gcId the JVM's number of the cycle
/// @param died all of them
/// @param freed bytes that Cleaners freed after this cycle processed its references and before the next did
/// @param stuck died in this cycle and still live
/// @param leaked of those, the ones that no Cleaner frees, see [SiteHistory#freedByGc(String, String, String)]
/// @param waiting blocks that died in this cycle, are live and have a Cleaner to free them
/// @param lag median of the nanoseconds between the processing of references and what Cleaners then freed, -1 for none
/// @param sites what died, by binding and stack; unmodifiable
public record OwnerDeaths(
        long gcId,
        double died,
        double freed,
        double stuck,
        double leaked,
        double waiting,
        long lag,
        Map<SiteKey, Double> sites) {

    /// Without what Cleaners did.
    public OwnerDeaths(long gcId, double died, double freed, double stuck, double leaked, Map<SiteKey, Double> sites) {
        this(gcId, died, freed, stuck, leaked, 0, -1, sites);
    }
}

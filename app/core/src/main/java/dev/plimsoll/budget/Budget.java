package dev.plimsoll.budget;

import java.util.List;
import java.util.OptionalLong;

/// What a run may keep.
///
/// @param file where it was read from, for messages
/// @param limits in the order of the file; never empty
/// @param operations how many operations a run does, when the file says so
public record Budget(String file, List<Limit> limits, OptionalLong operations) {

    /// The same for a run of so many operations.
    public Budget withOperations(long number) {
        return new Budget(file, limits, OptionalLong.of(number));
    }
}

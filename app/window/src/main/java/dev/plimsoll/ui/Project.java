package dev.plimsoll.ui;

import dev.plimsoll.finding.Finding;
import dev.plimsoll.finding.Suppressions;
import dev.plimsoll.session.HealthMetric;
import dev.plimsoll.session.HealthRanges;
import java.util.List;

/// What a person decided about the program that is open. It is kept as text beside the recording; of a live target in
/// the user's folder for settings. FX thread.
public interface Project {

    /// What is healthy.
    HealthRanges ranges();

    void range(HealthMetric metric, double most);

    /// What is not shown because somebody has looked at it, and why.
    List<Suppressions.Suppressed> suppressed();

    /// Hides a finding from now on.
    ///
    /// @param reason one line, possibly empty
    void suppress(Finding finding, String reason);

    /// Shows again what an entry hid.
    void restore(Suppressions.Entry entry);

    /// Where it is kept, for a person.
    String place();
}

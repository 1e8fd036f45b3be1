package dev.plimsoll.finding;

import java.util.List;
import java.util.Set;

/// One kind of problem. Stateless; named by the problem; knows no library, class or size.
interface Rule {

    /// As in [Finding#rule()].
    String id();

    /// What it judges, to say that it could not: `whether ...`.
    String question();

    Set<Needs> needs();

    /// In any order, possibly empty.
    List<Finding> judge(Evidence evidence);
}

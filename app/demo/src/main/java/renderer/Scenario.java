package renderer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which faults the renderer makes.
enum Scenario {
    ALL(EnumSet.allOf(Fault.class)),
    CALLBACKS(EnumSet.of(Fault.CALLBACKS)),
    ARENA(EnumSet.of(Fault.ARENA)),
    BUFFERS(EnumSet.of(Fault.BUFFERS)),
    MAP(EnumSet.of(Fault.MAP)),
    HEALTHY(EnumSet.noneOf(Fault.class));

    private final Set<Fault> faults;

    Scenario(Set<Fault> faults) {
        this.faults = faults;
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /// The word of the command line.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scenario> of(String word) {
        for (Scenario scenario : values()) {
            if (scenario.word().equals(word)) {
                return Optional.of(scenario);
            }
        }
        return Optional.empty();
    }
}

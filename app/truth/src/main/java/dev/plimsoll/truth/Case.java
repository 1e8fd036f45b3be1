package dev.plimsoll.truth;

import java.util.ArrayList;
import java.util.List;

/// One run of a program.
///
/// @param arguments of the program, separated by spaces, possibly empty
public record Case(Program program, int jdk, String arguments) {

    static List<Case> of(List<Program> programs) {
        List<Case> cases = new ArrayList<>();
        for (Program program : programs) {
            for (int jdk : program.jdks()) {
                program.runs().forEach(run -> cases.add(new Case(program, jdk, run)));
            }
        }
        return cases;
    }

    /// `shop.KeptBuffers 17`.
    String name() {
        return program.className() + (arguments.isEmpty() ? "" : " " + arguments) + " on " + jdk;
    }
}

package dev.plimsoll.ui;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What the window may use of the core, and that its slices do not know each other.
final class WindowArrowsTest {
    /// The parts of the core that the window reads. `cli` is there for the one interface through which the commands
    /// find
    /// the window.
    private static final String[] ALLOWED = {
        "dev.plimsoll.ui..",
        "dev.plimsoll.session..",
        "dev.plimsoll.comparison..",
        "dev.plimsoll.export..",
        "dev.plimsoll.target..",
        "dev.plimsoll.event..",
        "dev.plimsoll.ledger..",
        "dev.plimsoll.flame..",
        "dev.plimsoll.timeline..",
        "dev.plimsoll.finding..",
        "dev.plimsoll.cli..",
    };

    private static final List<String> SLICES = List.of(
            "attach",
            "timeline",
            "overview",
            "flame",
            "ledger",
            "callback",
            "gc",
            "finding",
            "event",
            "compare",
            "settings");

    private static final JavaClasses WINDOW = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void windowUsesOnlyWhatItMayRead() {
        assertFalse(WINDOW.isEmpty());
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("dev.plimsoll..").or(resideInAnyPackage(ALLOWED)))
                .check(WINDOW);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.plimsoll.ui.shell..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plimsoll.cli.."))
                .allowEmptyShould(true)
                .check(WINDOW);
    }

    @ParameterizedTest
    @FieldSource("SLICES")
    void sliceDoesNotKnowAnother(String slice) {
        String[] others = SLICES.stream()
                .filter(other -> !other.equals(slice))
                .map(other -> "dev.plimsoll.ui." + other + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("dev.plimsoll.ui." + slice + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others))
                .allowEmptyShould(true)
                .check(WINDOW);
    }

    /// The contract, then the kit, then the slices, then the shell: nothing looks back.
    @Test
    void nothingLooksBack() {
        slices().matching("dev.plimsoll.ui.(*)..").should().beFreeOfCycles().check(WINDOW);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.plimsoll.ui.shell..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.plimsoll.ui.shell.."))
                .check(WINDOW);
    }

    /// `Platform.runLater` is called in one place: the frame door.
    @Test
    void thereIsOneFrameDoor() {
        Set<String> callers = WINDOW.stream()
                .flatMap(owner -> owner.getCodeUnitAccessesFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("javafx.application.Platform"))
                .filter(call -> call.getName().equals("runLater"))
                .map(JavaAccess::getOriginOwner)
                .map(owner -> owner.getName().replaceAll("\\$.*", ""))
                .collect(Collectors.toSet());
        assertTrue(callers.size() <= 1, () -> "Platform.runLater is called in more than one class: " + callers);
    }

    @Test
    void nothingInTheWindowIsStaticAndMutable() {
        fields().that().areStatic().should().beFinal().allowEmptyShould(true).check(WINDOW);
    }
}

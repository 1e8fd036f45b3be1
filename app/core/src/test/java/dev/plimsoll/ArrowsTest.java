package dev.plimsoll;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.plimsoll.cli.Main;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Which part may use which, and which libraries: an allowlist. A new arrow is added here, with its reason, or not at
/// all.
final class ArrowsTest {
    /// From a part to the parts it may use.
    private static final Map<String, List<String>> ARROWS = Map.ofEntries(
            Map.entry("event", List.of()),
            Map.entry("target", List.of("event")),
            Map.entry("recording", List.of("event", "jfr.event")),
            Map.entry("ledger", List.of("event")),
            // A tree is folded from a snapshot's sums; copying them into a type of its own would say nothing new.
            Map.entry("flame", List.of("event", "ledger")),
            Map.entry("timeline", List.of("event")),
            Map.entry("finding", List.of("event", "ledger", "flame", "timeline")),
            Map.entry("session", List.of("event", "target", "recording", "ledger", "flame", "timeline", "finding")),
            // Two snapshots go in, so it stands above the session that makes them.
            Map.entry("comparison", List.of("event", "session", "ledger", "flame", "timeline", "finding")),
            // Limits and whether they are kept; what is written about it is the formats' business.
            Map.entry("budget", List.of("event", "session", "ledger", "finding")),
            Map.entry(
                    "export",
                    List.of("event", "session", "ledger", "flame", "timeline", "finding", "comparison", "budget")),
            // It reads a recording by itself: of all events it needs those of a few addresses, and no ledger.
            Map.entry("crash", List.of("event", "recording", "finding")),
            Map.entry("cli", List.of("session", "export", "target", "finding", "comparison", "budget", "crash")));

    /// From a package outside the project to the only parts that may use it.
    private static final Map<String, List<String>> ONLY_IN = Map.of(
            "com.sun.tools.attach", List.of("target"),
            "jdk.jfr.consumer", List.of("recording"),
            "picocli", List.of("cli"),
            "com.google.gson", List.of("export", "cli"),
            "org.tomlj", List.of("budget", "target"));

    private static final List<String> PARTS = List.copyOf(ARROWS.keySet());
    private static final List<String> LIBRARIES = List.copyOf(ONLY_IN.keySet());

    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @ParameterizedTest
    @FieldSource("PARTS")
    void partUsesOnlyItsArrows(String part) {
        List<String> allowed = new ArrayList<>(ARROWS.get(part));
        allowed.add(part);
        classes()
                .that()
                .resideInAPackage(in(part))
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("dev.plimsoll..")
                        .or(resideInAnyPackage(
                                allowed.stream().map(ArrowsTest::in).toArray(String[]::new))))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @ParameterizedTest
    @FieldSource("LIBRARIES")
    void libraryIsUsedOnlyWhereItBelongs(String library) {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ONLY_IN.get(library).stream().map(ArrowsTest::in).toArray(String[]::new))
                .should()
                .dependOnClassesThat(resideInAPackage(library + ".."))
                .check(CORE);
    }

    @Test
    void everyClassIsInAPart() {
        assertFalse(CORE.isEmpty());
        classes()
                .should()
                .resideInAnyPackage(PARTS.stream().map(ArrowsTest::in).toArray(String[]::new))
                .check(CORE);
    }

    @Test
    void nothingOnTheDeskIsStaticAndMutable() {
        fields().that().areStatic().should().beFinal().check(CORE);
    }

    private static String in(String part) {
        return "dev.plimsoll." + part + "..";
    }
}

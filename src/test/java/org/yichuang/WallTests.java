package org.yichuang;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Walls that the modules' own check does not know of. */
class WallTests {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.yichuang");

    private static void check(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "identity", "network", "catalogue", "documents", "casework"})
    void tables_of_a_schema_are_used_by_the_module_of_that_name_alone(String module) {
        assertThat(PRODUCT.containPackage("org.yichuang.jooq." + module)).isTrue();
        check(noClasses()
                .that(resideOutsideOfPackage("org.yichuang." + module + "..")
                        .and(resideOutsideOfPackage("org.yichuang.jooq..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.yichuang.jooq." + module + "..")));
    }

    @Test
    void domain_and_calendar_know_neither_spring_nor_sql_nor_the_web() {
        check(noClasses()
                .that()
                .resideInAnyPackage("org.yichuang.*.domain..", "org.yichuang.calendar..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "org.jooq..", "java.sql..", "jakarta.servlet..", "gg.jte.."));
    }

    @Test
    void time_comes_from_the_injected_clock() {
        check(noClasses()
                .that()
                .doNotBelongToAnyOf(ClockConfiguration.class)
                .should()
                .callCodeUnitWhere(describe("reads the time of the machine", WallTests::readsTheTime)));
    }

    /** With whatever arguments; a date is read of a clock alone. */
    private static boolean readsTheTime(JavaCall<?> call) {
        var target = call.getTarget();
        String type = target.getOwner().getName();
        boolean given = target.getRawParameterTypes().stream().anyMatch(taken -> taken.isEquivalentTo(Clock.class));
        return switch (target.getName()) {
            case "now" -> type.startsWith("java.time.") && !given;
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes" ->
                type.equals("java.time.Clock") || type.equals("java.time.InstantSource");
            case "currentTimeMillis" -> type.equals("java.lang.System");
            case "<init>" ->
                type.equals("java.util.Date") && target.getRawParameterTypes().isEmpty();
            default -> false;
        };
    }

    /** Of those the rule is about, as the test's own class reads them. */
    @Test
    void every_way_to_read_the_time_of_the_machine_is_known() {
        var read = new ClassFileImporter()
                .importClass(ReadsTheTime.class).getCodeUnitCallsFromSelf().stream()
                        .filter(WallTests::readsTheTime)
                        .map(call -> call.getTarget().getOwner().getSimpleName() + "."
                                + call.getTarget().getName());

        assertThat(read)
                .containsExactlyInAnyOrder(
                        "Instant.now",
                        "LocalDate.now",
                        "Year.now",
                        "YearMonth.now",
                        "Clock.tickSeconds",
                        "Date.<init>");
    }

    private static final class ReadsTheTime {
        static List<Object> all(Clock clock) {
            return List.of(
                    Instant.now(),
                    LocalDate.now(clock.getZone()),
                    Year.now(clock.getZone()),
                    YearMonth.now(clock.getZone()),
                    Clock.tickSeconds(clock.getZone()),
                    new Date(),
                    new Date(clock.millis()),
                    LocalDate.now(clock));
        }
    }

    @Test
    void controllers_are_closed() {
        check(classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate());
    }
}

package org.yichuang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
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
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal", "identity", "network", "catalogue", "documents", "casework"})
    void tables_of_a_schema_are_used_by_the_module_of_that_name_alone(String module) {
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
        var rule =
                noClasses().that().doNotBelongToAnyOf(ClockConfiguration.class).should();
        for (Class<?> type : List.of(
                Instant.class,
                LocalDate.class,
                LocalTime.class,
                LocalDateTime.class,
                OffsetDateTime.class,
                ZonedDateTime.class)) {
            check(rule.callMethod(type, "now"));
        }
        check(rule.callMethod(System.class, "currentTimeMillis"));
        check(rule.callConstructor(Date.class));
        check(rule.callMethod(Clock.class, "system", ZoneId.class));
        check(rule.callMethod(Clock.class, "systemUTC"));
        check(rule.callMethod(Clock.class, "systemDefaultZone"));
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

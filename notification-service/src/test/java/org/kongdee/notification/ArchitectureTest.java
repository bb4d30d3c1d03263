package org.kongdee.notification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.kongdee.web.sql.Sql;

@AnalyzeClasses(
        packages = "org.kongdee.notification",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Who is told what, and when, is decided by plain Java. */
    @ArchTest
    static final ArchRule PLANNING_KNOWS_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAPackage("org.kongdee.notification.planning")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.quarkus..",
                            "jakarta..",
                            "org.eclipse.microprofile..",
                            "org.hibernate..",
                            "java.sql..",
                            "net.fortuna..");

    @ArchTest
    static final ArchRule FEATURES_DEPEND_ON_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("org.kongdee.notification.(*)..").should().beFreeOfCycles();

    /** A rehearsal moves business time; code that asks the system would not move with it. */
    @ArchTest
    static final ArchRule NOBODY_READS_THE_TIME_WITHOUT_A_CLOCK =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule SQL_STANDS_IN_REPOSITORIES =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Repository")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Sql.class);

    /** Otherwise a client that asks for any other type gets what toString says, as that type. */
    @ArchTest
    static final ArchRule OPERATIONS_NAME_WHAT_THEY_PRODUCE =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HttpMethod.class)
                    .and()
                    .areDeclaredInClassesThat()
                    .areNotAnnotatedWith(Produces.class)
                    .should()
                    .beAnnotatedWith(Produces.class);
}

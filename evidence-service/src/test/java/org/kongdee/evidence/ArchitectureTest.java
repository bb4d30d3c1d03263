package org.kongdee.evidence;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
        packages = "org.kongdee.evidence",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule featuresDependOnEachOtherInOneDirection =
            slices().matching("org.kongdee.evidence.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStorageKnowsBytesOnly =
            noClasses()
                    .that()
                    .resideInAPackage("..storage..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..content..", "..item..", "org.kongdee.web.sql..", "jakarta.ws..");

    @ArchTest
    static final ArchRule onlyRepositoriesSpeakSql =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Repository")
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(Sql.class);

    @ArchTest
    static final ArchRule resourcesAreAtTheEdge =
            classes()
                    .that()
                    .haveSimpleNameEndingWith("Resource")
                    .should()
                    .onlyHaveDependentClassesThat()
                    .haveSimpleNameEndingWith("Resource");

    @ArchTest
    static final ArchRule nobodyReadsTheTimeWithoutAClock =
            noClasses()
                    .should()
                    .callMethod(Instant.class, "now")
                    .orShould()
                    .callMethod(LocalDate.class, "now")
                    .orShould()
                    .callMethod(Clock.class, "systemUTC")
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone");

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

package org.kongdee.rubric;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Produces;

@AnalyzeClasses(
        packages = "org.kongdee.rubric",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] CORE = {
        "org.kongdee.rubric.facts",
        "org.kongdee.rubric.rule",
        "org.kongdee.rubric.document",
        "org.kongdee.rubric.scoring"
    };

    /** What is scored is decided by plain Java, which any program could use. */
    @ArchTest
    static final ArchRule THE_CORE_KNOWS_NO_FRAMEWORK =
            noClasses()
                    .that()
                    .resideInAnyPackage(CORE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.quarkus..",
                            "jakarta..",
                            "org.eclipse.microprofile..",
                            "org.hibernate..",
                            "java.sql..");

    @ArchTest static final ArchRule FACTS_KNOW_NO_RULES = knowsNot(0, 1, 2, 3);

    @ArchTest static final ArchRule RULES_KNOW_NO_DOCUMENTS = knowsNot(1, 2, 3);

    @ArchTest static final ArchRule DOCUMENTS_KNOW_NO_SCORING = knowsNot(2, 3);

    @ArchTest
    static final ArchRule FEATURES_DEPEND_ON_EACH_OTHER_IN_ONE_DIRECTION =
            slices().matching("org.kongdee.rubric.(*)..").should().beFreeOfCycles();

    /**
     * Points are exact; a floating-point number among them would be a mistake wherever it stood.
     */
    @ArchTest
    static final ArchRule NOTHING_SCORED_IS_A_FLOATING_POINT_NUMBER =
            noFields()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(CORE)
                    .should()
                    .haveRawType(double.class)
                    .orShould()
                    .haveRawType(float.class);

    @ArchTest
    static final ArchRule NOTHING_IS_CALCULATED_IN_FLOATING_POINT =
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .resideInAnyPackage(CORE)
                    .should()
                    .haveRawReturnType(double.class)
                    .orShould()
                    .haveRawReturnType(float.class);

    private static ArchRule knowsNot(int one, int... others) {
        String[] packages = new String[others.length];
        for (int i = 0; i < others.length; i++) {
            packages[i] = CORE[others[i]];
        }
        return noClasses()
                .that()
                .resideInAPackage(CORE[one])
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

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

package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.StackResource;
import org.kongdee.test.generated.GeneratedRun;
import org.kongdee.test.generated.Pool;
import org.kongdee.test.generated.RandomTokens;

/**
 * Every operation keeps the contract, whatever it is asked; and every example of the contract works
 * where what it names is there.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(GeneratedRequestsTest.OwnDatabase.class)
@Tag("slow")
class GeneratedRequestsTest {

    private static final String CYCLE = "division-contest-2565";

    /** A criterion that may not apply. */
    private static final String OPTIONAL = "7.1.1";

    /** Nobody else's data is in the way, nor this one's in theirs. */
    public static class OwnDatabase implements QuarkusTestProfile {}

    @Test
    void allAnswersKeepTheContract() {
        prepare();
        Pool pool =
                new Pool()
                        .add("cycle", CYCLE)
                        .add("rubric", "division-contest")
                        .add("version", "2565")
                        .add("unit", "SLK")
                        .add("section", "LEGAL")
                        .add("section", "PLAN")
                        .add("kind", "communication")
                        .add("next", "")
                        .add("cursor", "");
        for (String criterion : new String[] {"1.1.2", "1.1.5", "2.1", "2.4", "4.2.4", "6.1"}) {
            pool.add("criterion", criterion)
                    .add("criteria", criterion)
                    .add("key:claims", criterion);
        }

        try (var run =
                new GeneratedRun(
                        PublishedContract.of("rubric-service"),
                        "http://localhost:" + RestAssured.port,
                        pool,
                        2565,
                        new RandomTokens("SLK"))) {
            run.examples(
                    "importRubric",
                    "putRubric",
                    "deleteRubric",
                    "importRubric",
                    "publishRubric",
                    "putUnit",
                    "putUnits",
                    "putCycle",
                    "enrolUnit",
                    "enrolUnits",
                    "putPlan",
                    "putPlannedCriterion",
                    "getPlannedCriterion",
                    // Once the cycle is open, that needs a reason.
                    "deletePlannedCriterion",
                    "getPlan",
                    "putPlan",
                    "openCycle",
                    "getMilestone",
                    "patchMilestone",
                    "acceptSuggestions",
                    "putScore",
                    "getScore",
                    "putScores");
            as("officer", "SLK")
                    .body("{\"claim\":{\"notApplicable\":\"nothing of the kind here\"}}")
                    .put("/v1/cycles/%s/assessments/SLK/scores/%s".formatted(CYCLE, OPTIONAL))
                    .then()
                    .statusCode(201);
            run.examples(
                            "confirmNotApplicable",
                            "deleteScore",
                            "takeOverSections",
                            "copyPlan",
                            "closeCycle")
                    .run();

            assertThat(run.faults()).isEmpty();
            assertThat(run.withoutWorkingExample()).isEmpty();
            assertThat(run.neverRefused()).isEmpty();
        }
    }

    /** The contest; the examples make the rest. */
    private static void prepare() {
        Contest.importing(BuiltIn.contestThatExempts()).then().statusCode(201);
        as("author")
                .post("/v1/rubrics/division-contest/versions/2565/publish")
                .then()
                .statusCode(200);
    }
}

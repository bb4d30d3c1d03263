package org.kongdee.rubric.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.Api;
import org.kongdee.rubric.Contest;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class EvaluationResourceTest {

    private static String contest = "";
    private static String ita = "";

    /** Once for all; only inside a test does RestAssured know the port. */
    @BeforeEach
    void publishOnce() {
        if (contest.isEmpty()) {
            contest =
                    "/v1/rubrics/%s/versions/2565/evaluate"
                            .formatted(
                                    Contest.published("division-contest-2565", "division-contest"));
            ita =
                    "/v1/rubrics/%s/versions/2564/evaluate"
                            .formatted(Contest.published("ita-2564", "ita"));
        }
    }

    @Test
    void theSecretariatHas18PointsOn20December2021() {
        as("viewer")
                .body(Contest.secretariat())
                .post(contest)
                .then()
                .statusCode(200)
                .body("points", equalTo(18))
                .body("percent", equalTo(15))
                .body("scored", equalTo(12))
                .body("nodes.find { it.code == '2' }.points", equalTo(6))
                .body("criteria.find { it.criterion == '4.2.4' }.supported.parts.a", equalTo(3))
                .body("criteria.find { it.criterion == '1.1.5' }.supported.rung", equalTo(2))
                .body("criteria.find { it.criterion == '1.1.5' }.missing[0].rung", equalTo(3))
                .body("ignored", hasSize(0));
    }

    @Test
    void everyMemberIsThereOnce() {
        String answer =
                as("viewer")
                        .body(Contest.secretariat())
                        .post(contest)
                        .then()
                        .statusCode(200)
                        .body("", hasKey("rating"))
                        .body("rating", nullValue())
                        .extract()
                        .asString();

        assertThat(answer).containsOnlyOnce("\"criteria\":");
    }

    @Test
    void evidenceAfterTheDayIsIgnoredAndTheReasonGiven() {
        as("viewer")
                .body(
                        Contest.secretariat()
                                .replace("\"asOf\": \"2021-12-20\"", "\"asOf\": \"2021-11-14\""))
                .post(contest)
                .then()
                .statusCode(200)
                .body("nodes.find { it.code == '2' }.points", equalTo(3))
                .body("ignored.pointer", hasItem("/evidence/0"));
    }

    @Test
    void aClaimGoesBeforeEvidence() {
        as("viewer")
                .body(
                        Contest.secretariat()
                                .replace("\"claims\": {}", "\"claims\": {\"2.1\":{\"rung\":0}}"))
                .post(contest)
                .then()
                .statusCode(200)
                .body("points", equalTo(16));
    }

    @Test
    void itaIndicatorsAreRoundedForDisplayOnly() {
        // Indicators 9 and 10 are means of disclosure items; 93.50 and 100.00 need a rubric where
        // they are plain numbers.
        String rubric = Api.freshKey("ita");
        Contest.importing(plainNumbers(rubric)).then().statusCode(201);

        as("viewer")
                .body(
                        """
                        {"period":{"start":"2020-10-01","end":"2021-09-30"},"claims":{"1":{"value":93.55},"2":{"value":87.72},
                         "3":{"value":91.01},"4":{"value":87.93},"5":{"value":89.52},"6":{"value":90.55},"7":{"value":88.68},
                         "8":{"value":88.58},"9":{"value":72.89},"10":{"value":65.56}}}
                        """)
                .post("/v1/rubrics/%s/versions/2564/evaluate".formatted(rubric))
                .then()
                .statusCode(200)
                .body("points", equalTo(81.45f))
                .body("exact", equalTo("81.4548"))
                .body("rating", equalTo("B"))
                .body("ratingTitle.th", equalTo("ดี"))
                .body("passed", equalTo(false))
                .body("complete", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"criterion":"9.9","kind":"plan","date":"2021-10-25"}                              | 422 | /evidence/0/criterion
                    {"criterion":"2.1","kind":"plann","date":"2021-10-25"}                             | 422 | /evidence/0/kind
                    {"criterion":"2.1","kind":"plan","date":"2021-10-25","section":"NOWHERE"}          | 422 | /evidence/0/section
                    {"criterion":"2.1","kind":"plan","date":"2021-10-25","channel":"pigeon"}           | 422 | /evidence/0/channel
                    {"criterion":"2.1","kind":"plan","date":"2564-10-25"}                              | 400 | /evidence/0/date
                    {"criterion":"2.1","kind":"plan","date":"2021-02-30"}                              | 400 | /evidence/0/date
                    {"criterion":"2.1","kind":"plan"}                                                  | 400 | /evidence/0/date
                    {"criterion":"2.1","kind":"plan","date":"2021-10-25","dat":1}                      | 400 | /evidence/0/dat
                    {"criterion":"2.1","kind":"plan","date":"2021-10-25","coverage":{"from":"2021-02-01","to":"2021-01-01"}} | 422 | /evidence/0/coverage/to
                    """)
    void aBadItemIsNamed(String item, int status, String pointer) {
        as("viewer")
                .body(
                        "{\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"},\"evidence\":["
                                + item
                                + "]}")
                .post(contest)
                .then()
                .statusCode(status)
                .body("errors[0].pointer", equalTo(pointer));
    }

    /** One more than are taken is refused while it is read, in the words of validation. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "evidence":[ | {"criterion":"2.1","kind":"plan","date":"2021-10-25"} | 60000  | ] | /evidence | 10000
                    "claims":{   | "c#":{"met":true}                                     | 10001  | } | /claims   | 10000
                    "sections":[ | "S#"                                                  | 101    | ] | /sections | 100
                    "evidence":[{"criterion":"2.1","kind":"plan","date":"2021-10-25","fields":[ | "f#" | 51 | ]}] | /evidence/0/fields | 50
                    """)
    void tooManyOfSomethingAreRefused(
            String begin, String each, int count, String end, String pointer, int most) {
        String many =
                IntStream.range(0, count)
                        .mapToObj(i -> each.replace("#", Integer.toString(i)))
                        .collect(Collectors.joining(","));

        as("viewer")
                .body(
                        "{\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"},"
                                + begin
                                + many
                                + end
                                + "}")
                .post(contest)
                .then()
                .statusCode(400)
                .body("type", equalTo("https://kongdee.org/problems/bad-request"))
                .body("errors.pointer", contains(pointer))
                .body("errors[0].detail", equalTo("size must be between 0 and " + most));
    }

    @Test
    void asManyAsAreTakenAreTakenAndTheFirstThatAreWrongTold() {
        String many =
                String.join(
                        ",",
                        Collections.nCopies(
                                10_000,
                                "{\"criterion\":\"9.9\",\"kind\":\"plan\",\"date\":\"2021-10-25\"}"));

        as("viewer")
                .body(
                        "{\"period\":{\"start\":\"2021-08-01\",\"end\":\"2022-07-30\"},\"evidence\":["
                                + many
                                + "]}")
                .post(contest)
                .then()
                .statusCode(422)
                .body("errors", hasSize(1_000))
                .body(
                        "detail",
                        equalTo(
                                "The request does not fit the rubric in 10000 places; the first 1000 are told."));
    }

    @Test
    void disclosureItemsOfItaScoreByEvidence() {
        as("viewer")
                .body(
                        """
                        {"period":{"start":"2020-10-01","end":"2021-09-30"},"evidence":[
                         {"criterion":"O1","kind":"disclosure","date":"2021-01-15"},
                         {"criterion":"O2","kind":"disclosure","date":"2021-01-15","fields":["name"]},
                         {"criterion":"O11","kind":"disclosure","date":"2021-04-15","coverage":{"from":"2020-10-01","to":"2021-01-31"}}]}
                        """)
                .post(ita)
                .then()
                .statusCode(200)
                .body("criteria.find { it.criterion == 'O1' }.supported.met", equalTo(true))
                .body("criteria.find { it.criterion == 'O2' }.supported.met", equalTo(false))
                .body("criteria.find { it.criterion == 'O11' }.supported.met", equalTo(false));
    }

    /** The ITA with indicators 9 and 10 as plain numbers. */
    private static String plainNumbers(String rubric) {
        var document = new StringBuilder();
        document.append("rubric: ")
                .append(rubric)
                .append("\nversion: \"2564\"\ntitle: {en: ITA, th: ไอทีเอ}\naggregate: weighted\n");
        document.append(
                "kinds: [{code: survey-result, title: {en: Survey, th: ผลสำรวจ}}]\nnodes:\n");
        instrument(document, "IIT", 30, 1, 5);
        instrument(document, "EIT", 30, 6, 8);
        instrument(document, "OIT", 40, 9, 10);
        document.append(
                "bands: [{code: A, from: 85}, {code: B, title: {en: Good, th: ดี}, from: 75}, {code: C, from: 0}]\npass: 85\n");
        return document.toString();
    }

    private static void instrument(
            StringBuilder document, String code, int weight, int from, int to) {
        document.append(
                "  - {code: %s, title: {en: %s, th: เครื่องมือ}, weight: %d, aggregate: mean, nodes: ["
                        .formatted(code, code, weight));
        for (int i = from; i <= to; i++) {
            document.append(
                    "{code: \"%d\", title: {en: Indicator, th: ตัวชี้วัด}, kinds: [survey-result], scheme: numeric, min: 0, max: 100}%s"
                            .formatted(i, i == to ? "" : ", "));
        }
        document.append("]}\n");
    }
}

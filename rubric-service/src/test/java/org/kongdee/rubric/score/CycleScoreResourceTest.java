package org.kongdee.rubric.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Api.freshUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.rubric.Contest;
import org.kongdee.test.Refusal;
import org.kongdee.test.StackResource;
import org.kongdee.test.StatementCount;
import org.kongdee.web.table.Columns;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.TableRow;
import org.kongdee.web.table.Tables;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class CycleScoreResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject AgroalDataSource database;

    @Inject Flyway flyway;

    @Inject Tables tables;

    @Test
    void tellsEachScoreAsItStandsWithTheTagThatReplacesIt() {
        Contest contest = Contest.unplanned();
        contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);
        contest.put("1.1.5", "{\"rung\":1}").then().statusCode(201);
        as("officer", contest.unit())
                .header("If-Match", "*")
                .body("{\"claim\":{\"rung\":2},\"note\":\"Memo 12/2565\"}")
                .put(contest.score("1.1.2"))
                .then()
                .statusCode(200);
        eventually(() -> scores(contest, "").body("items", hasSize(2)));

        String etag = as("viewer").get(contest.score("1.1.2")).getHeader("ETag");
        scores(contest, "")
                .body("items.criterion", contains("1.1.5", "1.1.2"))
                .body("items[1].unit", equalTo(contest.unit()))
                .body("items[1].stage", equalTo("SELF"))
                .body("items[1].claim.rung", equalTo(2))
                .body("items[1].points", equalTo(1.5f))
                .body("items[1].max", equalTo(2))
                .body("items[1].note", equalTo("Memo 12/2565"))
                .body("items[1].by", equalTo("officer-" + contest.unit()))
                .body("items[1].deleted", equalTo(false))
                .body("items[1].etag", equalTo(etag));
        as("automation")
                .header("If-Match", etag)
                .body("{\"claim\":{\"rung\":1}}")
                .put(contest.score("1.1.2"))
                .then()
                .statusCode(200);
    }

    @Test
    void aReaderIsToldOfEveryChangeOnceAndOfDeletions() {
        Contest contest = ExemptingContest.open();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);
        contest.put("7.1.1", "{\"notApplicable\":\"no unit-cost reporting\"}")
                .then()
                .statusCode(201);
        String first = cursorAfter(contest, "", 3);
        scores(contest, "?changedSince=" + first).body("items", empty());

        delete(contest, "1.1.1");
        as("organiser").post(contest.score("7.1.1") + "/confirm").then().statusCode(200);
        String second = cursorAfter(contest, "?changedSince=" + first, 2);
        scores(contest, "?changedSince=" + first)
                .body("items.criterion", contains("1.1.1", "7.1.1"))
                .body("items[0].deleted", equalTo(true))
                .body("items[0].claim", nullValue())
                .body("items[0].points", nullValue())
                .body("items[0].etag", nullValue())
                .body("items[0].by", equalTo("officer-" + contest.unit()))
                .body("items[0].max", equalTo(2))
                .body("items[1].deleted", equalTo(false))
                .body("items[1].notApplicable", equalTo("CONFIRMED"));
        // Who asks for what stands is not told of what is gone.
        scores(contest, "").body("items.criterion", contains("1.1.2", "7.1.1"));

        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        cursorAfter(contest, "?changedSince=" + second, 1);
        scores(contest, "?changedSince=" + second)
                .body("items.criterion", contains("1.1.1"))
                .body("items.deleted", contains(false));
        scores(contest, "?changedSince=start")
                .body("items.criterion", contains("1.1.2", "7.1.1", "1.1.1"))
                .body("items.deleted", everyItem(equalTo(false)));

        delete(contest, "1.1.1");
        eventually(
                () ->
                        scores(contest, "?changedSince=start")
                                .body("items.criterion", contains("1.1.2", "7.1.1", "1.1.1"))
                                .body("items[2].deleted", equalTo(true)));
    }

    @Test
    void pagesGoOnByTheCursorAndNdjsonHasAllWithTheCursorLast() throws Exception {
        Contest contest = Contest.unplanned();
        List<String> criteria = List.of("1.1.5", "1.1.1", "2.1", "1.1.2");
        for (String criterion : criteria) {
            contest.put(criterion, "{\"rung\":1}").then().statusCode(201);
        }
        eventually(() -> scores(contest, "").body("items", hasSize(4)));

        List<String> read = new ArrayList<>();
        String cursor = "start";
        for (int page = 0; page < 3; page++) {
            var answer = scores(contest, "?size=2&changedSince=" + cursor).extract();
            read.addAll(answer.path("items.criterion"));
            cursor = answer.path("cursor");
        }
        assertThat(read).isEqualTo(criteria);

        List<JsonNode> lines = lines(contest, "");
        assertThat(lines.subList(0, 4))
                .extracting(line -> line.path("criterion").asText())
                .containsExactly("1.1.1", "1.1.2", "1.1.5", "2.1");
        String end = lines.get(4).path("cursor").asText();
        scores(contest, "?changedSince=" + end).body("items", empty());

        delete(contest, "2.1");
        eventually(() -> scores(contest, "?changedSince=" + end).body("items", hasSize(1)));
        List<JsonNode> changed = lines(contest, "?changedSince=" + end);
        assertThat(changed).hasSize(2);
        assertThat(changed.getFirst().path("deleted").asBoolean()).isTrue();
        assertThat(changed.getLast().path("cursor").asText()).isNotEmpty();
    }

    @Test
    void aPageIsAKnownNumberOfStatements() {
        Contest contest = Contest.unplanned();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);
        eventually(() -> scores(contest, "").body("items", hasSize(2)));

        // The cycle, how far one may read, and the page.
        assertThat(StatementCount.of(() -> scores(contest, "").body("items", hasSize(2))))
                .isEqualTo(3);
        assertThat(StatementCount.of(() -> scores(contest, "?changedSince=start"))).isEqualTo(3);
    }

    @Test
    void aPutIsTwoStatementsAndABulkIsFive() {
        Contest contest = Contest.unplanned();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);

        assertThat(StatementCount.of(() -> contest.put("1.1.2", "{\"rung\":1}"))).isEqualTo(2);
        String lines =
                """
                [{"unit":"%1$s","criterion":"1.1.1","claim":{"rung":1}},{"unit":"%1$s","criterion":"2.1","claim":{"rung":1}}]
                """
                        .formatted(contest.unit());
        String path = "/v1/cycles/%s/scores".formatted(contest.cycle());
        int statements =
                StatementCount.of(
                        () ->
                                as("automation")
                                        .body(lines)
                                        .post(path)
                                        .then()
                                        .body("accepted", equalTo(2)));
        // The cycle, the lock, two reads, and the write.
        assertThat(statements).isEqualTo(5);
    }

    @Test
    void passesNobodyOverWhoCommitsLate() throws SQLException {
        Contest contest = Contest.unplanned();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        String cursor = cursorAfter(contest, "", 1);

        try (Connection writer = database.getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.executeQuery("select pg_current_xact_id()").close();
            contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);
            scores(contest, "?changedSince=" + cursor).body("items", empty());
            List<JsonNode> early = lines(contest, "?changedSince=" + cursor);
            assertThat(early).hasSize(1);
            writer.commit();

            eventually(
                    () ->
                            scores(
                                            contest,
                                            "?changedSince="
                                                    + early.getFirst().path("cursor").asText())
                                    .body("items.criterion", contains("1.1.2")));
        }
    }

    @Test
    void aCursorOfAnotherClusterReadsFromTheBeginning() {
        Contest contest = Contest.unplanned();
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        contest.put("1.1.2", "{\"rung\":1}").then().statusCode(201);
        delete(contest, "1.1.1");
        eventually(() -> scores(contest, "").body("items", hasSize(1)));
        String before = scores(contest, "").extract().path("cursor");
        scores(contest, "?changedSince=" + before).body("items", empty());

        // As if it had been restored here, with transactions that are still to come.
        Refusal.asOwner("update feed_epoch set cluster = cluster - 1");
        flyway.migrate();

        eventually(
                () ->
                        scores(contest, "?changedSince=" + before)
                                .body("items.criterion", containsInAnyOrder("1.1.1", "1.1.2")));
        String after = scores(contest, "?changedSince=" + before).extract().path("cursor");
        scores(contest, "?changedSince=" + after).body("items", empty());
        flyway.migrate();
        scores(contest, "?changedSince=" + after).body("items", empty());
        assertThat(
                        Refusal.ofOwner(
                                "update score_history set note = 'x' where cycle = '%s'"
                                        .formatted(contest.cycle())))
                .isEqualTo(Refusal.RESTRICT_VIOLATION);
    }

    /** A cell is read as the claim that it was made of, and replaces what is there. */
    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void aTableHasWhatAnUploadTakesAndThePoints(TableFormat format) {
        Contest contest = ExemptingContest.open();
        List<String> claims =
                List.of(
                        "1.1.2 {\"rung\":2}",
                        "4.2.4 {\"parts\":{\"a\":3,\"b\":1}}",
                        "7.1.1 {\"notApplicable\":\"no unit-cost reporting\"}");
        for (String claim : claims) {
            as("officer", contest.unit())
                    .body("{\"claim\":%s,\"note\":\"=1+1 บันทึก\"}".formatted(claim.substring(6)))
                    .put(contest.score(claim.substring(0, 5)))
                    .then()
                    .statusCode(201);
        }
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        delete(contest, "1.1.1");

        var answer =
                as("automation")
                        .accept(format.mediaType())
                        .get(path(contest))
                        .then()
                        .statusCode(200)
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"scores-%s.%s\""
                                        .formatted(contest.cycle(), format.extension()))
                        .extract();
        List<TableRow> rows =
                tables.read(
                        answer.asByteArray(),
                        MediaType.valueOf(answer.contentType()),
                        "scores",
                        Columns.required("unit", "criterion", "stage", "claim", "note", "etag")
                                .optional("points"));

        assertThat(rows)
                .extracting(row -> row.text("criterion"))
                .containsExactly("1.1.2", "4.2.4", "7.1.1");
        assertThat(rows)
                .extracting(row -> row.text("claim"))
                .containsExactly("2", "a=3;b=1", "NA: no unit-cost reporting");
        assertThat(rows)
                .allSatisfy(
                        row -> {
                            assertThat(row.text("unit")).isEqualTo(contest.unit());
                            assertThat(row.text("stage")).isEqualTo("SELF");
                            assertThat(row.text("note")).isEqualTo("=1+1 บันทึก");
                            assertThat(row.text("etag"))
                                    .isEqualTo(
                                            as("viewer")
                                                    .get(contest.score(row.text("criterion")))
                                                    .getHeader("ETag"));
                        });
        assertThat(rows.getFirst().text("points")).isEqualTo("1.5");
        assertThat(rows.getFirst().line()).isEqualTo(2);
        String tag = rows.getFirst().text("etag");
        as("automation")
                .contentType(answer.contentType())
                .body(answer.asByteArray())
                .post(path(contest))
                .then()
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("outcomes.line", contains(2, 3, 4))
                .body("outcomes.status", contains(200, 200, 200))
                .body("outcomes[0].etag", equalTo(tag));
        as("automation")
                .accept(format.mediaType())
                .get(path(contest) + "?changedSince=start")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("changedSince"));
    }

    @Test
    void isFilteredByUnitAndStage() {
        Contest contest = withTwoUnitsAndACommittee();
        String other = otherUnit(contest);

        scores(contest, "?unit=" + other).body("items.unit", contains(other));
        as("viewer")
                .get(path(contest) + "?stage=COMMITTEE")
                .then()
                .statusCode(200)
                .body("items.criterion", contains("1.1.5"))
                .body("items.stage", contains("COMMITTEE"));
        as("viewer").get(path(contest)).then().body("items", hasSize(3));
        scores(contest, "?unit=NOBODY").body("items", empty());
    }

    /** What the committee says reaches units and automation when it is published. */
    @ParameterizedTest
    @ValueSource(strings = {"automation", "officer"})
    void theCommitteeIsFollowedByNeitherUnitsNorAutomation(String role) throws Exception {
        Contest contest = withTwoUnitsAndACommittee();
        String own = contest.unit();

        as(role, own)
                .get(path(contest) + "?changedSince=start&unit=" + own)
                .then()
                .statusCode(200)
                .body("items.stage", contains("SELF"));
        as(role, own)
                .get(path(contest) + "?stage=COMMITTEE")
                .then()
                .statusCode(403)
                .body("type", equalTo("https://kongdee.org/problems/forbidden"));
        as(role, own)
                .header("Accept-Language", "th")
                .get(path(contest) + "?stage=COMMITTEE")
                .then()
                .body(
                        "detail",
                        equalTo(
                                "เฉพาะผู้ดูแลการประเมิน ผู้ประเมิน และผู้ดูข้อมูลเท่านั้นที่ติดตามคะแนนขั้น COMMITTEE ของรอบการประเมินได้"));
        String ndjson =
                as(role, own)
                        .accept("application/x-ndjson")
                        .get(path(contest) + "?unit=" + own)
                        .asString();
        assertThat(ndjson).contains("SELF").doesNotContain("COMMITTEE");
    }

    @Test
    void anOfficerSeesTheOwnUnitOnly() {
        Contest contest = withTwoUnitsAndACommittee();
        String other = otherUnit(contest);

        as("officer", other).get(path(contest)).then().body("items.unit", contains(other));
        as("officer", "ELSEWHERE").get(path(contest)).then().body("items", empty());
        as("officer", other).get(path(contest) + "?unit=" + contest.unit()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "organiser, 200",
        "assessor, 200",
        "viewer, 200",
        "automation, 200",
        "officer, 200",
        "author, 403",
        "service, 403"
    })
    void isReadByThoseWhoMay(String role, int status) {
        as(role, "EXTERNAL").get(path(Contest.prepared())).then().statusCode(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changedSince=MTIz", "size=0", "size=201", "stage=NOBODY", "page=1"})
    void refusesWhatItCannotRead(String query) {
        Contest contest = Contest.prepared();
        as("viewer")
                .get(path(contest) + "?" + query)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo(query.replaceFirst("=.*", "")));
        as("viewer").get("/v1/cycles/nowhere/scores").then().statusCode(404);
    }

    /** One score of each of two units, and one of the committee for the first. */
    private static Contest withTwoUnitsAndACommittee() {
        Contest contest = Contest.unplanned();
        String other = freshUnit();
        Contest.unit(other);
        contest.enrol(other).then().statusCode(201);
        contest.put("1.1.1", "{\"rung\":1}").then().statusCode(201);
        new Contest(contest.rubric(), contest.cycle(), other)
                .put("1.1.2", "{\"rung\":1}")
                .then()
                .statusCode(201);
        as("assessor", "EXTERNAL")
                .body("{\"claim\":{\"rung\":1}}")
                .put(contest.score("1.1.5") + "?stage=COMMITTEE")
                .then()
                .statusCode(201);
        eventually(() -> as("viewer").get(path(contest)).then().body("items", hasSize(3)));
        return contest;
    }

    private static String otherUnit(Contest contest) {
        List<String> units = as("viewer").get(path(contest)).path("items.unit");
        return units.stream()
                .filter(unit -> !unit.equals(contest.unit()))
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Contest contest, String criterion) {
        as("officer", contest.unit())
                .header("If-Match", "*")
                .delete(contest.score(criterion))
                .then()
                .statusCode(204);
    }

    /** Where a reader is who has seen so many. */
    private static String cursorAfter(Contest contest, String query, int count) {
        eventually(() -> scores(contest, query).body("items", hasSize(count)));
        return scores(contest, query).extract().path("cursor");
    }

    private static ValidatableResponse scores(Contest contest, String query) {
        return as("automation").get(path(contest) + query).then().statusCode(200);
    }

    private static List<JsonNode> lines(Contest contest, String query) {
        String body =
                as("automation")
                        .accept("application/x-ndjson")
                        .get(path(contest) + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        return body.lines().map(CycleScoreResourceTest::node).toList();
    }

    private static JsonNode node(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(Contest contest) {
        return "/v1/cycles/%s/scores".formatted(contest.cycle());
    }
}

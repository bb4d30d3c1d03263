package org.kongdee.rubric.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.rubric.Api.as;
import static org.kongdee.rubric.Api.eventually;
import static org.kongdee.rubric.Filed.item;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.rubric.Contest;
import org.kongdee.rubric.EvidenceFake;
import org.kongdee.rubric.Filed;
import org.kongdee.test.StackResource;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
@WithTestResource(EvidenceFake.class)
class NoticeResourceTest {

    private static final String FIRST = "2022-01-12T02:00:00Z";
    private static final String AGAIN = "2022-01-14T02:00:00Z";

    @Test
    void saysWhatWasRejectedWhyAndWhoFiledIt() {
        Contest contest = Contest.open();
        Filed rejected = item("1.1.2", "communication").channel("line").section("LEGAL");

        EvidenceFake.items(
                contest,
                rejected.title("Post of March").rejected("Not legible", FIRST),
                item("1.1.2", "communication").channel("website").accepted(),
                item("1.1.2", "communication").channel("circular"));

        eventually(
                () ->
                        notices(contest, "start")
                                .body("items", hasSize(1))
                                .body("items[0].id", equalTo(rejected.id() + ":1"))
                                .body("items[0].unit", equalTo(contest.unit()))
                                .body("items[0].kind", equalTo("EVIDENCE_REJECTED"))
                                .body("items[0].item", equalTo(rejected.id()))
                                .body("items[0].version", equalTo(1))
                                .body("items[0].title", equalTo("Post of March"))
                                .body("items[0].criterion", equalTo("1.1.2"))
                                .body("items[0].criterionTitle.th", notNullValue())
                                .body("items[0].evidenceKind.code", equalTo("communication"))
                                .body(
                                        "items[0].evidenceKind.title.en",
                                        equalTo("Making known through a channel"))
                                .body("items[0].section", equalTo("LEGAL"))
                                .body("items[0].filedBy", equalTo("officer-1"))
                                .body("items[0].filedByName", equalTo("Malee"))
                                .body("items[0].filedAt", equalTo("2022-01-10T02:00:00Z"))
                                .body("items[0].note", equalTo("Not legible"))
                                .body("items[0].rejectedAt", equalTo(FIRST))
                                .body("items[0].ended", equalTo(false)));
    }

    @Test
    void whatIsRejectedAndWhatIsDatedElsewhereChangesNoFacts() {
        Contest contest = Contest.open();
        EvidenceFake.items(
                contest,
                item("1.1.2", "communication").channel("line").rejected("No", FIRST),
                item("1.1.2", "communication")
                        .channel("website")
                        .date("2020-01-10")
                        .accepted()
                        .outside(),
                item("1.1.1", "guideline").accepted());

        eventually(() -> notices(contest, "start").body("items", hasSize(1)));

        as("viewer")
                .get(contest.assessment() + "/readiness")
                .then()
                .body("criteria.find { it.criterion == '1.1.1' }.supported.rung", equalTo(1))
                .body("criteria.find { it.criterion == '1.1.2' }.supported.rung", equalTo(0))
                .body("criteria.find { it.criterion == '1.1.2' }.pending.rung", equalTo(0));
    }

    @Test
    void oneThatIsTakenBackEndsAndStandsAgainWhenItIsRejectedAgain() {
        Contest contest = Contest.open();
        Filed filed = item("1.1.2", "communication");
        String cursor = after(contest, "start", filed.rejected("Not legible", FIRST), each -> {});

        cursor = after(contest, cursor, filed.waiting(), NoticeResourceTest::hasEnded);

        String end =
                after(
                        contest,
                        cursor,
                        filed.rejected("Still not", AGAIN),
                        each ->
                                each.body("items.ended", contains(false))
                                        .body("items.note", contains("Still not"))
                                        .body("items.title", contains("Minutes"))
                                        .body("items.rejectedAt", contains(AGAIN)));
        notices(contest, end).body("items", empty()).body("cursor", equalTo(end));
        notices(contest, "start").body("items", hasSize(1));
    }

    @Test
    void oneThatIsReplacedOrGoneEndsAndTellsNoMoreOfIt() {
        Contest contest = Contest.open();
        Filed filed = item("1.1.2", "communication").title("About somebody");
        String cursor = after(contest, "start", filed.rejected("Names him", FIRST), each -> {});

        cursor = after(contest, cursor, filed.next(), NoticeResourceTest::hasEnded);

        notices(contest, cursor).body("items", empty());
        EvidenceFake.items(contest, filed.rejected("Names him", FIRST));
        eventually(() -> notices(contest, "start").body("items.ended", contains(false)));
        EvidenceFake.items(contest);
        eventually(() -> hasEnded(notices(contest, "start")));
        assertThat(notices(contest, "start").extract().asString())
                .doesNotContain("About somebody", "Names him");
    }

    @Test
    void aCycleHasItsOwnAndReadsThemByPages() {
        Contest contest = Contest.open();
        Contest other = Contest.open();
        EvidenceFake.items(
                contest,
                item("1.1.2", "communication").rejected("No", FIRST),
                item("1.1.1", "guideline").rejected("No", FIRST));
        eventually(() -> notices(contest, "start").body("items", hasSize(2)));

        String first = notices(contest, "start&size=1").extract().path("items[0].id");
        String cursor = notices(contest, "start&size=1").extract().path("cursor");
        String second = notices(contest, cursor + "&size=1").extract().path("items[0].id");

        assertThat(first).isNotEqualTo(second);
        notices(other, "start").body("items", empty());
        notices(Contest.prepared(), "start").body("items", empty());
        as("service").get("/v1/cycles/nowhere/notices").then().statusCode(404);
        as("service")
                .get("/v1/cycles/" + contest.cycle() + "/notices?changedSince=MTIz")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("changedSince"));
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 403",
        "officer, 403",
        "assessor, 403",
        "automation, 403",
        "organiser, 200",
        "service, 200"
    })
    void isForNeighbours(String role, int status) {
        Contest contest = Contest.prepared();
        as(role, contest.unit())
                .get("/v1/cycles/" + contest.cycle() + "/notices")
                .then()
                .statusCode(status);
    }

    private static ValidatableResponse notices(Contest contest, String since) {
        return as("service")
                .get("/v1/cycles/%s/notices?changedSince=%s".formatted(contest.cycle(), since))
                .then()
                .statusCode(200);
    }

    private static void hasEnded(ValidatableResponse notices) {
        notices.body("items.ended", contains(true))
                .body("items.title", contains("1.1.2"))
                .body("items.note", contains(nullValue()));
    }

    /** Gives the unit one item, waits for what that changes, and goes on from there. */
    private static String after(
            Contest contest, String cursor, Filed item, Consumer<ValidatableResponse> says) {
        EvidenceFake.items(contest, item);
        var next = new String[1];
        eventually(
                () -> {
                    ValidatableResponse changes =
                            notices(contest, cursor).body("items", hasSize(1));
                    says.accept(changes);
                    next[0] = changes.extract().path("cursor");
                });
        return next[0];
    }
}

package org.kongdee.notification.milestone;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.kongdee.notification.Api.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.RubricFake;
import org.kongdee.notification.notice.RubricNoticeRepository;
import org.kongdee.notification.standing.Standing;
import org.kongdee.notification.standing.StandingRepository;

/** What is mirrored beside milestones, and how little is asked for it. */
@QuarkusTest
@LocalStack
@Tag("slow")
class MirrorResourceTest {

    private static final String ITEM = "6d1c3a52-95f5-4b1c-9d53-0a7c9f7f2a11";

    @Inject StandingRepository standings;
    @Inject RubricNoticeRepository notices;
    @Inject MirrorRepository mirror;
    @Inject MirrorService service;

    private final RubricCycle cycle = new RubricCycle();

    private void open() {
        cycle.is("OPEN");
        cycle.milestones("c-1", cycle.joint("2022-01-15", "PLANNED"));
        cycle.standings("s-1", cycle.standing(3));
        cycle.notices("n-1", cycle.notice(ITEM, false));
    }

    private String of(String member) {
        return "cycles.find { it.cycle == '%s' }.%s".formatted(cycle.key(), member);
    }

    private static ValidatableResponse state() {
        return as("viewer").get("/v1/sync").then().statusCode(200);
    }

    /** What this sync asks of rubric-service; other tests' milestones may be told meanwhile. */
    private static List<String> asked(Runnable sync) {
        int before = RubricFake.calls().size();
        sync.run();
        List<String> calls = RubricFake.calls();
        return calls.subList(before, calls.size()).stream()
                .filter(call -> call.startsWith("GET "))
                .map(
                        call ->
                                call.replaceFirst("^GET ", "")
                                        .replaceFirst("&(limit|size)=\\d+.*", ""))
                .map(call -> call.replaceFirst("\\?(after|page)=.*", ""))
                .toList();
    }

    private String path(String what) {
        return "/v1/cycles/" + cycle.key() + "/" + what;
    }

    @Test
    void mirrorsWhereUnitsStandAndWhatWasRejected() {
        open();

        as("organiser").post("/v1/sync").then().statusCode(200).body(of("changed"), equalTo(3));

        state().body(of("milestones"), equalTo(1))
                .body(of("standings"), equalTo(1))
                .body(of("notices"), equalTo(1))
                .body(of("changed"), equalTo(0))
                .body(of("failure"), nullValue());
        Standing standing = standings.find(cycle.key(), cycle.unit()).orElseThrow();
        assertThat(standing.waiting()).isEqualTo(3);
        assertThat(standing.backed()).isEqualByComparingTo(new BigDecimal("18.5"));
        assertThat(standing.sections())
                .singleElement()
                .returns("LEGAL", Standing.OfSection::section)
                .returns(2, Standing.OfSection::shared)
                .returns(new BigDecimal("4.5"), Standing.OfSection::claimed);
        assertThat(notices.find(cycle.key(), ITEM + ":1").orElseThrow())
                .returns("u-7", notice -> notice.filedBy())
                .returns(null, notice -> notice.filedByName())
                .returns("การสื่อสาร", notice -> notice.evidenceKind().title().th())
                .returns(false, notice -> notice.ended());
    }

    /** As long as a rubric and a plan may write it. */
    @Test
    void mirrorsTheLongestTexts() {
        String title = "ก".repeat(998) + "👍👍";
        String words = "ข้อ\n".repeat(1_000);
        String longest = "{\"en\": \"%s\", \"th\": \"%1$s\"}".formatted(title);
        String told = "{\"en\": \"%s\", \"th\": \"%1$s\"}".formatted(words.replace("\n", "\\n"));
        String person = "p".repeat(64);
        open();
        cycle.milestones(
                "c-2",
                """
                {"id": "%1$s:%2$s:1.1.1:1", "unit": "%2$s", "criterion": "1.1.1", "code": "1", "round": 100, "due": "2022-01-15",
                 "sections": ["LEGAL"], "sectionTitles": [{"code": "LEGAL", "title": %3$s}], "each": null, "section": null,
                 "persons": ["%6$s"], "status": "PLANNED", "title": %3$s, "criterionTitle": %3$s, "criterionLabel": null, "missing": [%5$s],
                 "example": %4$s, "open": ["LEGAL"], "reason": null, "settled": null, "by": "organiser", "byName": null,
                 "changedAt": "2021-08-01T01:00:00Z", "etag": "\\"1\\""}"""
                        .formatted(
                                cycle.key(),
                                cycle.unit(),
                                longest,
                                told,
                                String.join(",", Collections.nCopies(50, told)),
                                person));

        RubricCycle.sync();

        as("viewer")
                .get("/v1/deadlines/%s:%s:1.1.1:1".formatted(cycle.key(), cycle.unit()))
                .then()
                .statusCode(200)
                .body("title.th", equalTo(title))
                .body("criterionTitle.th", equalTo(title))
                .body("sectionTitles[0].title.th", equalTo(title))
                .body("persons[0]", equalTo(person))
                .body("missing.size()", equalTo(50))
                .body("example.th", equalTo(words));
    }

    @Test
    void asksOnlyForWhatWasTouched() {
        open();
        RubricCycle.sync();

        cycle.standings("s-2", cycle.standing(4));

        assertThat(asked(RubricCycle::sync))
                .containsExactly("/v1/changes", "/v1/cycles", path("standings?changedSince=s-1"));
        assertThat(standings.find(cycle.key(), cycle.unit()).orElseThrow().waiting()).isEqualTo(4);
    }

    @Test
    void asksTwiceHoweverManyCyclesThereAreWhileNothingChanges() {
        var another = new RubricCycle();
        open();
        another.milestones("c-1", another.joint("2022-01-15", "PLANNED"));
        RubricCycle.are("OPEN", cycle, another);
        RubricCycle.sync();

        assertThat(asked(RubricCycle::sync)).containsExactly("/v1/changes", "/v1/cycles");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        open();
        RubricCycle.sync();

        RubricFake.touch(cycle.key(), "APPEALS");

        assertThat(asked(RubricCycle::sync)).containsExactly("/v1/changes", "/v1/cycles");
    }

    @Test
    void keepsANoticeThatHasEndedAndMarksIt() {
        open();
        RubricCycle.sync();

        cycle.notices("n-2", cycle.notice(ITEM, true));
        RubricCycle.sync();

        assertThat(notices.find(cycle.key(), ITEM + ":1").orElseThrow().ended()).isTrue();
        state().body(of("notices"), equalTo(1));
    }

    @Test
    void aClosedCycleHasNeitherStandingsNorNotices() {
        open();
        RubricCycle.sync();

        cycle.is("CLOSED");
        RubricCycle.sync();

        assertThat(standings.find(cycle.key(), cycle.unit())).isEmpty();
        assertThat(notices.find(cycle.key(), ITEM + ":1")).isEmpty();
        state().body("cycles.findAll { it.cycle == '" + cycle.key() + "' }.size()", equalTo(0));
    }

    @Test
    void goesOnWhereItWasCutOff() {
        open();
        cycle.isDownFor("notices");
        as("organiser").post("/v1/sync").then().statusCode(503);
        state().body(of("standings"), equalTo(1)).body(of("notices"), equalTo(0));

        cycle.notices("n-1", cycle.notice(ITEM, false));

        assertThat(asked(RubricCycle::sync))
                .containsExactly(
                        "/v1/changes",
                        "/v1/cycles",
                        path("milestones?changedSince=c-1"),
                        path("standings?changedSince=s-1"),
                        path("notices?changedSince=start"));
        state().body(of("notices"), equalTo(1));
    }

    @Test
    void fetchesPageAfterPage() {
        cycle.is("OPEN");
        cycle.milestones("c-1");
        cycle.tell(
                "notices",
                "n-1",
                IntStream.range(0, 200)
                        .mapToObj(i -> cycle.notice("item-" + i, false))
                        .toArray(String[]::new));
        cycle.tell("notices?changedSince=n-1", "n-2", cycle.notice("item-200", false));

        assertThat(asked(RubricCycle::sync))
                .endsWith(path("notices?changedSince=start"), path("notices?changedSince=n-1"));

        state().body(of("notices"), equalTo(201));
    }

    /** Another replica commits while this one waits, with what it had asked for before. */
    @Test
    void asksAgainWhereAnotherReplicaHasGoneOnMeanwhile() {
        open();
        RubricCycle.sync();
        cycle.standings("s-3", cycle.standing(5));

        List<CompletableFuture<?>> syncs =
                QuarkusTransaction.requiringNew()
                        .call(
                                () -> {
                                    assertThat(
                                                    mirror.advance(
                                                            cycle.key(),
                                                            Subject.STANDINGS,
                                                            "s-1",
                                                            "s-2"))
                                            .isTrue();
                                    // The pool's own threads know the classes of the service under
                                    // test by another loader.
                                    var sync =
                                            CompletableFuture.runAsync(
                                                    service::sync, Thread::startVirtualThread);
                                    await().atMost(ofSeconds(30))
                                            .until(
                                                    () ->
                                                            cycle.calls()
                                                                    .getLast()
                                                                    .contains("changedSince=s-1"));
                                    return List.of(sync);
                                });
        syncs.forEach(CompletableFuture::join);

        assertThat(cycle.calls().getLast()).contains("standings?changedSince=s-2");
        assertThat(standings.find(cycle.key(), cycle.unit()).orElseThrow().waiting()).isEqualTo(5);
        assertThat(mirror.cursor(cycle.key(), Subject.STANDINGS)).contains("s-3");
    }
}

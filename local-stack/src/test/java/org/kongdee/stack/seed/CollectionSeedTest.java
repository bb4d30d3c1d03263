package org.kongdee.stack.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.FakeService;

class CollectionSeedTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-07-31T17:00:00Z"), ZoneOffset.UTC);
    private static final String RUBRIC =
            """
            {"channels":[{"code":"line"},{"code":"website"}],"nodes":[
              {"code":"1","title":{"en":"One"},"nodes":[
                {"code":"1.1","title":{"en":"First"},"kinds":["plan","report"]},
                {"code":"1.2","title":{"en":"Claimed only"}}]},
              {"code":"2","title":{"en":"Two"},"kinds":["activity"]}]}
            """;

    @Test
    void opensACollectionOfTheRubricsCriteriaForEachCycle() throws Exception {
        try (FakeService rubric = new FakeService(request -> RUBRIC);
                FakeService evidence = new FakeService(request -> "{}")) {
            assertThat(seed(rubric, evidence)).isEqualTo("2 collections of 2 slots");

            assertThat(evidence.lines())
                    .containsExactly(
                            "PUT /v1/collections/division-contest-2565",
                            "PUT /v1/collections/division-contest-2565/units/SLK",
                            "PUT /v1/collections/division-contest-2570",
                            "PUT /v1/collections/division-contest-2570/units/SLK");
            JsonNode collection =
                    evidence.requests("PUT /v1/collections/division-contest-2565")
                            .getFirst()
                            .json();
            assertThat(collection)
                    .isEqualTo(
                            FakeService.parse(
                                    """
                                    {"period":{"start":"2021-08-01","end":"2022-07-30"},"status":"OPEN","review":"PEER","slots":[
                                      {"code":"1.1","title":{"en":"First"},"kinds":["plan","report"],"channels":["line","website"]},
                                      {"code":"2","title":{"en":"Two"},"kinds":["activity"],"channels":["line","website"]}]}
                                    """));
        }
    }

    @Test
    void leavesWhatPeopleChangedAsItIs() throws Exception {
        try (FakeService rubric = new FakeService(request -> RUBRIC);
                FakeService evidence = new FakeService(request -> "{\"httpStatus\":428}")) {
            assertThat(seed(rubric, evidence)).startsWith("2 collections");
        }
    }

    private static String seed(FakeService rubric, FakeService evidence) throws Exception {
        return new CollectionSeed(rubric.client(), evidence.client(), ROOT, CLOCK).run();
    }
}

package org.kongdee.stack.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.rest.FakeService;
import org.kongdee.stack.rest.RestException;

class RecipientSeedTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String ONE_KNOWN =
            "{\"items\":[{\"recipient\":\"slk-legal-head\"}],\"total\":1}";

    @Test
    void registersThePeopleThatAreNotThereAndFetchesMilestones() throws Exception {
        try (FakeService service =
                new FakeService(
                        request ->
                                switch (request.line()) {
                                    case "GET /v1/recipients" -> ONE_KNOWN;
                                    case "POST /v1/sync" -> "{\"cycles\":[{},{}]}";
                                    default -> "{}";
                                })) {
            assertThat(seed(service)).isEqualTo("21 recipients, milestones of 2 cycles");

            assertThat(service.requests("POST /v1/recipients").getFirst().json())
                    .hasSize(20)
                    .noneMatch(line -> line.path("recipient").asText().equals("slk-legal-head"));
        }
    }

    @Test
    void saysWhatIsWrongWithARefusedLine() throws Exception {
        try (FakeService service =
                new FakeService(
                        request ->
                                request.line().startsWith("GET")
                                        ? ONE_KNOWN
                                        : "{\"outcomes\":[{\"status\":400,\"problem\":{\"detail\":\"no email\"}}]}")) {
            assertThatThrownBy(() -> seed(service))
                    .isInstanceOf(RestException.class)
                    .hasMessageContaining("no email");
        }
    }

    private static String seed(FakeService service) throws Exception {
        return new RecipientSeed(service.client(), ROOT).run();
    }
}

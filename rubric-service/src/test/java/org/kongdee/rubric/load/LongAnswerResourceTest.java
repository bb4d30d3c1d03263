package org.kongdee.rubric.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kongdee.rubric.Contest;
import org.kongdee.test.LogEar;
import org.kongdee.test.RawRequest;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LongAnswerResourceTest {

    private static final int LINES = 40_000;
    private static final String LINE =
            "{\"unit\":\"NOWHERE\",\"criterion\":\"1.1.2\",\"stage\":\"SELF\",\"claim\":{\"rung\":2}}\n";
    private static final byte[] BODY = LINE.repeat(LINES).getBytes(StandardCharsets.UTF_8);

    /** As the standard library of Python does, and every other client that writes first. */
    @Test
    @Timeout(120)
    void answersWhoeverSendsEverythingBeforeReading() throws IOException {
        try (RawRequest request = scores(BODY.length)) {
            request.send(BODY);
            String head = request.head();
            assertThat(head).startsWith("HTTP/1.1 200");
            List<String> lines =
                    new String(request.rest(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith("{"))
                            .toList();
            assertThat(lines.getLast())
                    .isEqualTo("{\"accepted\":0,\"rejected\":%d}".formatted(LINES));
        }
    }

    @Test
    @Timeout(120)
    void isNoErrorWhenItsReaderLeaves() throws Exception {
        try (var ear = new LogEar()) {
            try (RawRequest request = scores(BODY.length).send(BODY)) {
                leave(request);
            }
            try (RawRequest request = events()) {
                leave(request);
            }
            Thread.sleep(2_000);
            assertThat(ear.errors()).isEmpty();
        }
    }

    /** Resets the connection as soon as the answer has begun. */
    private static void leave(RawRequest request) throws IOException {
        assertThat(request.status()).isEqualTo(200);
        request.socket().setSoLinger(true, 0);
    }

    private static RawRequest events() throws IOException {
        return new RawRequest(
                "GET",
                "/v1/cycles/%s/events".formatted(Contest.open().cycle()),
                TestTokens.token("organiser"),
                "Accept: text/event-stream");
    }

    private static RawRequest scores(int length) throws IOException {
        return new RawRequest(
                "POST",
                scoresPath(),
                TestTokens.token("automation"),
                "Content-Type: application/x-ndjson",
                "Connection: close",
                "Content-Length: " + length);
    }

    private static String scoresPath() {
        return "/v1/cycles/%s/scores?dryRun=true".formatted(Contest.open().cycle());
    }
}

package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/**
 * Where proxies and the server below disagree about where a request ends, one caller's request can
 * carry another past the proxy.
 */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SmugglingResourceTest {

    private static final int MILLIS_WITHOUT_AN_ANSWER = 2000;

    @TestHTTPResource("/")
    URI root;

    /**
     * To a proxy that knows quoted texts, all of it is one chunk's extension; to one that ends it
     * at the line break, a second request stands in it.
     */
    @Test
    void aQuotedChunkExtensionCarriesNoSecondRequest() throws IOException {
        String answers =
                send(
                        """
                        POST /v1/units HTTP/1.1
                        Host: localhost
                        Authorization: Bearer %s
                        Content-Type: application/json
                        Transfer-Encoding: chunked

                        1;a="
                        x
                        0

                        GET /smuggled HTTP/1.1
                        Host: localhost

                        """);

        assertThat(Pattern.compile("HTTP/1\\.1 \\d{3}").matcher(answers).results())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(answers).doesNotContain("smuggled");
    }

    @Test
    void aRequestHasOneLength() throws IOException {
        String answers =
                send(
                        """
                        POST /v1/units HTTP/1.1
                        Host: localhost
                        Authorization: Bearer %s
                        Content-Type: application/json
                        Content-Length: 5
                        Transfer-Encoding: chunked

                        0

                        GET /smuggled HTTP/1.1
                        Host: localhost

                        """);

        assertThat(answers).doesNotContain("smuggled");
    }

    /** All that is answered before the server closes, or falls silent. */
    private String send(String text) throws IOException {
        String request = text.formatted(TestTokens.token("organiser")).replace("\n", "\r\n");
        try (var socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(MILLIS_WITHOUT_AN_ANSWER);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answers = new StringBuilder();
            byte[] part = new byte[8192];
            try {
                for (int n; (n = socket.getInputStream().read(part)) >= 0; ) {
                    answers.append(new String(part, 0, n, StandardCharsets.UTF_8));
                }
            } catch (SocketTimeoutException silent) {
                // everything that comes has come
            }
            return answers.toString();
        }
    }
}

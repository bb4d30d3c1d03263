package org.kongdee.notification.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kongdee.notification.Api.freshUnit;
import static org.kongdee.notification.Api.recipient;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.link.Mailed;
import org.kongdee.test.Chromium;
import org.kongdee.test.StackResource;
import org.kongdee.test.TestTokens;

/** Pages in a real Chromium; skipped, visibly, where it is not there. */
@QuarkusTest
@LocalStack
@Tag("slow")
class BrowserResourceTest {

    private static final String OTHER = "http://localhost:5174";

    @TempDir Path folder;

    private @Nullable HttpServer pages;
    private @Nullable Chromium started;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "needs chromium: apt-get install chromium");
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        pages = server;
        server.createContext(
                "/",
                exchange -> {
                    byte[] page =
                            "<!DOCTYPE html><title>A page</title>".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        // Both origins are this server, whichever of its ports was free.
        String here = "127.0.0.1:" + server.getAddress().getPort();
        started =
                Chromium.start(
                        program.get(),
                        folder,
                        "--ignore-certificate-errors",
                        "--host-resolver-rules=MAP localhost:5173 %s, MAP localhost:5174 %s"
                                .formatted(here, here));
    }

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
        if (pages != null) {
            pages.stop(0);
        }
    }

    private Chromium chromium() {
        return Objects.requireNonNull(started, "Chromium runs in each test");
    }

    private static URI service() {
        return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
    }

    /** What a page's script sees of an answer; or why it sees none. */
    private JsonNode fetch(String path, String token) throws Exception {
        return chromium()
                .evaluate(
                        """
                fetch('%s', {headers: {'Authorization': 'Bearer %s', 'X-Request-Id': 'from-a-page'}})
                  .then(async answer => ({
                    status: answer.status,
                    etag: answer.headers.get('ETag'),
                    requestId: answer.headers.get('X-Request-Id'),
                    challenge: answer.headers.get('WWW-Authenticate'),
                    body: await answer.json()
                  }))
                  .catch(error => ({error: String(error)}))
                """
                                .formatted(service().resolve(path), token));
    }

    @Test
    void aPageOfTheNamedOriginReadsAnswersETagsAndProblems() throws Exception {
        String key = recipient(freshUnit(), "HEAD", "th", "LEGAL");
        chromium().open(StackResource.ORIGIN);

        JsonNode answer = fetch("/v1/recipients/" + key, TestTokens.token("organiser"));
        JsonNode nothing = fetch("/v1/recipients/nobody", TestTokens.token("organiser"));
        JsonNode nobody = fetch("/v1/recipients/" + key, "none");

        assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.path("etag").asText()).startsWith("\"");
        assertThat(answer.path("requestId").asText()).isEqualTo("from-a-page");
        assertThat(answer.at("/body/name").asText()).isEqualTo("สมหญิง ใจดี");
        assertThat(nothing.path("status").asInt()).isEqualTo(404);
        assertThat(nothing.at("/body/type").asText()).endsWith("/not-found");
        assertThat(nobody.path("status").asInt()).isEqualTo(401);
        assertThat(nobody.path("challenge").asText()).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(nobody.at("/body/type").asText()).endsWith("/unauthenticated");
    }

    @Test
    void aPageOfAnotherOriginReadsNothing() throws Exception {
        chromium().open(OTHER);

        JsonNode answer = fetch("/v1/recipients/nobody", TestTokens.token("organiser"));

        assertThat(answer.path("error").asText()).isEqualTo("TypeError: Failed to fetch");
    }

    @Test
    void theButtonBehindALinkWorks() throws Exception {
        pressDone(service());
    }

    @Test
    void theButtonBehindALinkWorksBehindAProxyThatEndsTls() throws Exception {
        try (TlsProxy proxy = TlsProxy.start(folder, RestAssured.port)) {
            pressDone(URI.create("https://localhost:" + proxy.port()));
        }
    }

    private void pressDone(URI base) throws Exception {
        Mailed mailed = Mailed.toAHead();
        chromium().open(base.resolve(mailed.link("Done")).toString());
        assertThat(chromium().evaluate("document.body.innerText").asText())
                .contains("Mark this as done?");

        chromium().evaluate("document.querySelector('button').click()");

        // Between two pages there is no body.
        chromium().await("document.body?.innerText.includes('It is marked as done.') ?? false");
        assertThat(mailed.status()).isEqualTo("DONE");
    }

    @Test
    void thePageOfTheApiCallsItWithAToken() throws Exception {
        chromium().open(service().resolve("/q/openapi-ui/").toString());
        press(".auth-wrapper .authorize");
        chromium().await("document.querySelector('.auth-container input') != null");
        assertThat(
                        chromium()
                                .evaluate("document.querySelector('.auth-container').innerText")
                                .asText())
                .contains("./suite token --role officer --unit SLK");
        enter(".auth-container input", TestTokens.token("organiser"));
        press(".auth-btn-wrapper .authorize");
        press(".auth-btn-wrapper .btn-done");

        press("#operations-Recipients-listRecipients .opblock-summary-control");
        press("#operations-Recipients-listRecipients .try-out__btn");
        press("#operations-Recipients-listRecipients .execute");

        chromium()
                .await(
                        "document.querySelector('.live-responses-table .response .response-col_status')?.innerText.startsWith('200')");
    }

    private void press(String selector) throws Exception {
        chromium().await("document.querySelector('%s') != null".formatted(selector));
        chromium().evaluate("document.querySelector('%s').click()".formatted(selector));
    }

    /** As if typed: what only sets the value is passed over by the page's framework. */
    private void enter(String selector, String text) throws Exception {
        chromium()
                .evaluate(
                        """
                (() => {
                  const input = document.querySelector('%s');
                  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, '%s');
                  input.dispatchEvent(new Event('input', {bubbles: true}));
                })()
                """
                                .formatted(selector, text));
    }
}

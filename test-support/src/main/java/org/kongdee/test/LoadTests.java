package org.kongdee.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Nobody who sends slowly, in vain or too much keeps others from being answered. The same in every
 * service, each of which runs these with bodies of every kind that it takes.
 */
public abstract class LoadTests {

    /** More than a service has worker threads. */
    private static final int MANY = 210;

    private static final int MEBI = 1 << 20;

    private final String list;

    /**
     * @param list a path of the service where an organiser lists something
     */
    protected LoadTests(String list) {
        this.list = list;
    }

    /**
     * A kind of body.
     *
     * @param token of somebody who may send it; null where it is open to all
     */
    public record Kind(String method, String path, String type, @Nullable String token) {

        @Override
        public String toString() {
            return method + " " + path + " " + type + (token == null ? "" : " with a token");
        }
    }

    /** Every kind that the service takes. */
    protected abstract Stream<Kind> kinds();

    private Stream<Kind> kindsWithAndWithoutToken() {
        return kinds().flatMap(
                        kind -> Stream.of(kind, new Kind(kind.method, kind.path, kind.type, null)));
    }

    @Test
    @Timeout(120)
    void answersOthersWhileManySendNothing() throws IOException {
        for (Kind kind : kindsWithAndWithoutToken().toList()) {
            var senders = new ArrayList<RawRequest>();
            try {
                for (int i = 0; i < MANY; i++) {
                    senders.add(begin(kind, "Content-Length: 1000").send("{"));
                }
                others(kind);
            } finally {
                for (RawRequest sender : senders) {
                    sender.close();
                }
            }
        }
    }

    /**
     * On a busy machine the first of them may be told to come again, while those who gave up before
     * are cleared away; who sends slowly is still there by then.
     */
    private void others(Kind kind) {
        for (int i = 0; i < 3; i++) {
            await("beside " + kind)
                    .atMost(Duration.ofSeconds(15))
                    .until(
                            () ->
                                    given().auth()
                                            .oauth2(TestTokens.token("organiser"))
                                            .get(list)
                                            .statusCode(),
                            equalTo(200));
        }
    }

    /** Routing understands a path also where it is written in another way. */
    @Test
    @Timeout(120)
    void answersOthersHoweverThePathsOfThoseAreSpelt() throws IOException {
        for (Kind kind : kinds().toList()) {
            String path = kind.path;
            int letter = path.lastIndexOf('/', path.length() - 2) + 1;
            for (String spelt :
                    List.of(
                            path + ";a=b",
                            path + "/",
                            path.replaceFirst("(?<=.)/", "//"),
                            path.replaceFirst("(?<=.)/", "/./"),
                            "%s%%%02X%s"
                                    .formatted(
                                            path.substring(0, letter),
                                            (int) path.charAt(letter),
                                            path.substring(letter + 1)),
                            path.replaceFirst("(?<=.)/", ";a=b/"))) {
                var senders = new ArrayList<RawRequest>();
                try {
                    var other = new Kind(kind.method, spelt, kind.type, kind.token);
                    for (int i = 0; i < MANY; i++) {
                        senders.add(begin(other, "Content-Length: 1000").send("{"));
                    }
                    others(other);
                } finally {
                    for (RawRequest sender : senders) {
                        sender.close();
                    }
                }
            }
        }
    }

    @Test
    void readsNothingOfWhoeverShowsNoToken() throws IOException {
        for (Kind kind : kinds().filter(each -> each.token != null).toList()) {
            var stranger = new Kind(kind.method, kind.path, kind.type, null);
            try (RawRequest request = begin(stranger, "Content-Length: " + 30 * MEBI)) {
                assertThat(request.status()).as(kind.toString()).isEqualTo(401);
                assertThat(sent(request)).as(kind.toString()).isLessThan(16 * MEBI);
            }
        }
    }

    /** How much it lets itself be sent until it closes the connection. */
    private static int sent(RawRequest request) {
        int sent = 0;
        byte[] piece = new byte[MEBI / 16];
        try {
            for (; sent < 30 * MEBI; sent += piece.length) {
                request.send(piece);
            }
        } catch (IOException e) {
            // closed
        }
        return sent;
    }

    @Test
    void refusesABodyThatSaysItIsTooLargeBeforeItComes() throws IOException {
        for (Kind kind : held()) {
            try (RawRequest request = begin(kind, "Content-Length: " + 30 * MEBI)) {
                assertThat(request.status()).as(kind.toString()).isEqualTo(413);
            }
        }
    }

    @Test
    void refusesABodyThatBecomesTooLarge() throws IOException {
        for (Kind kind : held()) {
            String piece = "%x\r\n%s\r\n".formatted(MEBI / 16, " ".repeat(MEBI / 16));
            try (RawRequest request = begin(kind, "Transfer-Encoding: chunked")) {
                for (int i = 0; i < 5 * 16; i++) {
                    request.send(piece);
                }
                assertThat(request.status()).as(kind.toString()).isEqualTo(413);
            }
        }
    }

    @Test
    void asksForABodyOnlyOfWhomItTakesOne() throws IOException {
        for (Kind kind : held()) {
            String length = "Content-Length: 2";
            String expect = "Expect: 100-continue";
            try (RawRequest request = begin(kind, length, expect)) {
                assertThat(request.status()).as(kind.toString()).isEqualTo(100);
                assertThat(request.send("{}").status()).isBetween(200, 499);
            }
            var stranger = new Kind(kind.method, kind.path, kind.type, null);
            try (RawRequest request = begin(stranger, length, expect)) {
                assertThat(request.status())
                        .as(kind.toString())
                        .isEqualTo(kind.token == null ? 100 : 401);
            }
        }
    }

    private List<Kind> held() {
        return kinds().filter(kind -> kind.type.equals("application/json")).toList();
    }

    @Test
    void saysWhichMethodsAPathHas() {
        String allow = given().options(list).then().statusCode(204).extract().header("Allow");
        assertThat(allow).startsWith("GET, HEAD, OPTIONS");
        given().options("/v1/nowhere").then().statusCode(404);
    }

    @Test
    void takesNoHttp2WithoutTls() throws IOException {
        try (RawRequest request =
                new RawRequest(
                        "GET",
                        list,
                        TestTokens.token("organiser"),
                        "Connection: Upgrade, HTTP2-Settings",
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA")) {
            assertThat(request.status()).isEqualTo(200);
        }
    }

    @Test
    void namesItselfInNoAnswer() {
        String link =
                given().auth()
                        .oauth2(TestTokens.token("organiser"))
                        .header("Host", "elsewhere.example")
                        .get(list + "?size=1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .header("Link");
        assertThat(link).startsWith("<" + list + "?").doesNotContain("elsewhere");
    }

    @Test
    void isReadyWhereItAnswers() {
        given().port(managementPort())
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'API' }.status", equalTo("UP"));
    }

    private static int managementPort() {
        return Integer.parseInt(
                ConfigProvider.getConfig().getValue("quarkus.management.port", String.class));
    }

    private static RawRequest begin(Kind kind, String... headers) throws IOException {
        var all = new ArrayList<>(List.of(headers));
        all.add("Content-Type: " + kind.type);
        return new RawRequest(kind.method, kind.path, kind.token, all.toArray(String[]::new));
    }
}

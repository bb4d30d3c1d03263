package org.kongdee.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.evidence.item.LinkStatus;
import org.kongdee.web.text.Message;

class LinkCheckerTest {

    private static final LinkFinding NO_HOST =
            LinkFinding.of(
                    LinkStatus.UNREACHABLE,
                    Message.of("there is no such host on the public internet"));

    private static final AtomicReference<String> SEEN = new AtomicReference<>("");
    private static HttpServer server;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", LinkCheckerTest::serve);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    private static void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        SEEN.set(exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet());
        String[] parts = path.split("/", 3);
        int status = Integer.parseInt(parts[1]);
        String rest = parts.length > 2 ? parts[2] : "";
        switch (status) {
            case 301, 302 ->
                    exchange.getResponseHeaders()
                            .set("Location", rest.startsWith("http") ? rest : "/" + rest);
            case 999 -> {
                redirectForEver(exchange, rest);
                return;
            }
            case 998 -> {
                drip(exchange);
                return;
            }
            default -> {}
        }
        byte[] body =
                rest.equals("form")
                        ? "<form><INPUT name=p TYPE='password'>".getBytes(StandardCharsets.UTF_8)
                        : new byte[100_000];
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirectForEver(HttpExchange exchange, String rest) throws IOException {
        exchange.getResponseHeaders().set("Location", "/999/" + (Integer.parseInt(rest) + 1));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** A byte now and then, for ever: each read is in time, the whole is not. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static LinkChecker intranet() {
        return new LinkChecker(
                InetAddress::getAllByName,
                List.of("127.0.0.0/8"),
                Set.of(port, 443),
                Duration.ofSeconds(3),
                _ -> {});
    }

    private static LinkFinding check(String path) {
        return intranet().check("http://127.0.0.1:%d%s".formatted(port, path));
    }

    @ParameterizedTest
    @CsvSource({
        "/200/page, HEALTHY",
        "/204, HEALTHY",
        "/404/page, GONE",
        "/410/page, GONE",
        "/401/page, LOGIN",
        "/403/page, LOGIN",
        "/500/page, UNREACHABLE",
        "/301/200/new, MOVED",
        "/302/200/new, HEALTHY",
        "/302/301/200/new, HEALTHY",
        "/302/200/login, LOGIN",
        "/301/200/sso/start, LOGIN",
        "/200/form, LOGIN",
        "/302/404/x, GONE",
        "/999/1, REFUSED"
    })
    void tellsHowALinkIs(String path, LinkStatus status) {
        assertThat(check(path).status()).isEqualTo(status);
    }

    @Test
    void saysWhereALinkHasMoved() {
        assertThat(check("/301/200/new").location())
                .isEqualTo("http://127.0.0.1:%d/200/new".formatted(port));
    }

    @Test
    void sendsNoCookiesAndNoCredentials() {
        LinkFinding unused = check("/200/plain?a=1&b=%E0%B8%81");
        assertThat(unused.status()).isEqualTo(LinkStatus.HEALTHY);
        assertThat(SEEN.get())
                .startsWith("/200/plain?a=1&b=%E0%B8%81 ")
                .doesNotContainIgnoringCase("cookie")
                .doesNotContainIgnoringCase("authorization");
    }

    @Test
    void endsInTimeWhateverTheOtherSideDoes() throws IOException {
        assertThat(check("/998").note()).hasToString("no answer in time");
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var checker =
                    new LinkChecker(
                            InetAddress::getAllByName,
                            List.of("127.0.0.0/8"),
                            Set.of(silent.getLocalPort()),
                            Duration.ofMillis(300),
                            _ -> {});
            assertThat(checker.check("http://127.0.0.1:%d/".formatted(silent.getLocalPort())))
                    .isEqualTo(
                            LinkFinding.of(
                                    LinkStatus.UNREACHABLE, Message.of("no answer in time")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://localhost./",
                "http://LOCALHOST/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0/",
                "http://169.254.169.254/latest/meta-data/",
                "https://10.0.0.1/",
                "http://[fd00:ec2::254]/",
                "http://[64:ff9b::7f00:1]/"
            })
    void neverGoesInsideAndTellsNothingOfIt(String address) {
        assertThat(outside(InetAddress::getAllByName).check(address)).isEqualTo(NO_HOST);
    }

    @Test
    void tellsAnInnerHostFromNoHostByNothing() {
        Resolver inner =
                host ->
                        switch (host) {
                            case "inner.example" -> addresses("10.0.0.1");
                            case "inner.example." -> addresses("fd00::1");
                            case "both.example" -> addresses("1.1.1.1", "10.0.0.1");
                            case "also.example" -> addresses("2606:4700::1111", "::1");
                            case "empty.example" -> addresses();
                            case "odd.example" -> throw new IllegalArgumentException(host);
                            default -> throw new UnknownHostException(host);
                        };

        for (String host :
                List.of(
                        "inner.example",
                        "inner.example.",
                        "both.example",
                        "also.example",
                        "empty.example",
                        "odd.example",
                        "nobody.example")) {
            assertThat(outside(inner).check("http://" + host + "/")).isEqualTo(NO_HOST);
        }
    }

    /** As a page outside that redirects to a host would, were it asked about it. */
    @Test
    void tellsNothingOfAHostThatItIsRedirectedTo() {
        Resolver names =
                host ->
                        switch (host) {
                            case "outer.example" -> addresses("127.0.0.1");
                            case "inner.example" -> addresses("10.0.0.1");
                            default -> throw new UnknownHostException(host);
                        };
        var checker =
                new LinkChecker(
                        names,
                        List.of("127.0.0.0/8"),
                        Set.of(port),
                        Duration.ofSeconds(3),
                        _ -> {});
        String start = "http://outer.example:%d/302/http://".formatted(port);

        for (String host : List.of("inner.example", "nobody.example", "10.0.0.1")) {
            assertThat(checker.check("%s%s:%d/".formatted(start, host, port))).isEqualTo(NO_HOST);
        }
        assertThat(checker.check(start + "outer.example:1/").status())
                .isEqualTo(LinkStatus.REFUSED);
    }

    @Test
    void saysWhatItKnowsOfAHostOnlyWhenTheTimeIsOver() throws Exception {
        var never = new CountDownLatch(1);
        Resolver names =
                host ->
                        switch (host) {
                            case "inner.example" -> addresses("10.0.0.1");
                            case "silent.example" -> waitFor(never);
                            default -> throw new UnknownHostException(host);
                        };
        for (String host : List.of("inner.example", "nobody.example", "silent.example")) {
            var waited = new AtomicReference<Duration>();
            var checker =
                    new LinkChecker(
                            names, List.of(), Set.of(80), Duration.ofMillis(50), waited::set);

            assertThat(checker.check("http://" + host + "/")).isEqualTo(NO_HOST);

            assertThat(waited.get()).as("what was left of it").isNotNull();
            assertThat(waited.get()).isLessThan(Duration.ofMillis(50));
        }
        never.countDown();
    }

    private static InetAddress[] waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new InetAddress[0];
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.getByName(literals[i]);
        }
        return addresses;
    }

    /** As most are: with nothing allowed that is not public. */
    private static LinkChecker outside(Resolver resolver) {
        return new LinkChecker(
                resolver, List.of(), Set.of(80, 443), Duration.ofSeconds(1), _ -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[fe80::1%25lo]/",
                "http://[fe80::1%lo]/",
                "http://[2606:4700::1111%25eth0]/"
            })
    void takesNoAddressThatNamesANetworkOfThisMachine(String address) {
        assertThat(intranet().check(address).status()).isEqualTo(LinkStatus.REFUSED);
    }

    /** To turn a name into ASCII takes the square of its length. */
    @Test
    void readsALongRedirectNoFurtherThanALink() {
        Link link = Link.parse("http://www.example/", Set.of(80));
        assertThatThrownBy(() -> link.follow("http://" + "ก".repeat(3000) + "/", Set.of(80)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a link has at most 2,000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "http://example.org:22/",
                "http://me:secret@example.org/",
                "javascript:alert(1)",
                "http://127.1/",
                "//example.org/"
            })
    void goesOnlyToTheWeb(String address) {
        assertThat(intranet().check(address).status()).isEqualTo(LinkStatus.REFUSED);
    }

    @Test
    void looksAHostUpOnceSoThatASecondAnswerChangesNothing() {
        var asked = new AtomicInteger();
        Resolver rebinding =
                host -> {
                    // The first answer is allowed here; a client that asked again would be sent
                    // elsewhere.
                    String address = asked.getAndIncrement() == 0 ? "127.0.0.1" : "10.0.0.1";
                    return new InetAddress[] {InetAddress.getByName(address)};
                };
        var checker =
                new LinkChecker(
                        rebinding,
                        List.of("127.0.0.0/8"),
                        Set.of(port),
                        Duration.ofSeconds(3),
                        _ -> {});
        assertThat(checker.check("http://rebind.example:%d/200/x".formatted(port)).status())
                .isEqualTo(LinkStatus.HEALTHY);
        assertThat(asked).hasValue(1);
    }

    @Test
    void readsAddressesInThaiAsPeoplePasteThem() {
        assertThat(check("/200/แผนงาน ปี").status()).isEqualTo(LinkStatus.REFUSED);
        assertThat(check("/200/แผนงาน").status()).isEqualTo(LinkStatus.HEALTHY);
        assertThat(Link.parse("https://สศก.ไทย/แผน", Set.of(443)).host()).startsWith("xn--");
    }
}

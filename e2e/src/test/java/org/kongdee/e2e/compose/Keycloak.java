package org.kongdee.e2e.compose;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.kongdee.stack.postgres.PostgresPort;

/**
 * A real Keycloak with the realm of {@code docker/}. People sign in as they do in a frontend:
 * through the login page, with PKCE.
 */
final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Path LOG = Path.of("target/keycloak.log");
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final String FRONTEND = "kongdee-web";
    private static final String VERIFIER = "a-verifier-that-is-as-long-as-the-rules-want-it";

    private final Process process;
    private final int port;
    private final int management;
    private final String publicUrl;

    private Keycloak(Process process, int port, int management, String publicUrl) {
        this.process = process;
        this.port = port;
        this.management = management;
        this.publicUrl = publicUrl;
    }

    /**
     * @param image of the container; the build must have unpacked the same version
     * @param command as the container is given it
     * @param environment of the container, with addresses of this machine
     */
    static Keycloak start(String image, List<String> command, Map<String, String> environment)
            throws IOException {
        String version = image.substring(image.lastIndexOf(':') + 1);
        Path home = UNPACKED.resolve("keycloak-" + version).toAbsolutePath();
        if (!Files.isDirectory(home)) {
            throw new IllegalStateException(
                    "compose.yaml starts %s, and keycloak.version of the parent POM is another"
                            .formatted(image));
        }
        Path realms = Files.createDirectories(home.resolve("data/import"));
        try (var files = Files.list(ComposeFile.FOLDER.resolve("keycloak"))) {
            for (Path file : files.toList()) {
                Files.write(realms.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        int port = PostgresPort.free();
        int management = PostgresPort.free();
        List<String> line = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        line.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(LOG.toAbsolutePath().toFile());
        Map<String, String> own = builder.environment();
        String path = own.get("PATH");
        own.clear();
        own.putAll(environment);
        own.put("PATH", path);
        own.put("JAVA_HOME", System.getProperty("java.home"));
        own.put("JAVA_OPTS_KC_HEAP", "-Xmx512m");
        own.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        own.put("KC_HTTP_HOST", "127.0.0.1");
        own.put("KC_HTTP_PORT", Integer.toString(port));
        own.put("KC_HTTP_MANAGEMENT_PORT", Integer.toString(management));
        return new Keycloak(builder.start(), port, management, environment.get("KC_HOSTNAME"));
    }

    void awaitReady() {
        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(ConnectException.class)
                .until(
                        () -> {
                            assertThat(process.isAlive()).as("see " + LOG).isTrue();
                            return given().get(
                                                    "http://127.0.0.1:%d/health/ready"
                                                            .formatted(management))
                                            .statusCode()
                                    == 200;
                        });
    }

    int port() {
        return port;
    }

    int management() {
        return management;
    }

    /** The token of a client itself. */
    String client(String id, String secret) {
        return given().auth()
                .preemptive()
                .basic(id, secret)
                .formParam("grant_type", "client_credentials")
                .post(endpoint("token"))
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** What a frontend is given for a person. */
    record Session(String accessToken, String refreshToken, String idToken) {

        static Session of(Response answer) {
            answer.then().statusCode(200);
            return new Session(
                    answer.path("access_token"),
                    answer.path("refresh_token"),
                    answer.path("id_token"));
        }
    }

    /** Signs a person in to the frontend at {@code redirect}. */
    Session signIn(String name, String password, String redirect) {
        Response page =
                given().queryParams(
                                Map.of(
                                        "client_id",
                                        FRONTEND,
                                        "response_type",
                                        "code",
                                        "scope",
                                        "openid profile",
                                        "redirect_uri",
                                        redirect,
                                        "code_challenge",
                                        challenge(),
                                        "code_challenge_method",
                                        "S256"))
                        .get(endpoint("auth"));
        String form =
                find(FORM, page.asString()).replace("&amp;", "&").replace(publicUrl, address());
        String back =
                given().redirects()
                        .follow(false)
                        .urlEncodingEnabled(false)
                        .cookies(page.cookies())
                        .contentType("application/x-www-form-urlencoded")
                        .body("username=" + name + "&password=" + password)
                        .post(URI.create(form))
                        .then()
                        .statusCode(302)
                        .extract()
                        .header("Location");
        assertThat(back).startsWith(redirect);
        return Session.of(
                given().formParams(
                                Map.of(
                                        "grant_type",
                                        "authorization_code",
                                        "client_id",
                                        FRONTEND,
                                        "redirect_uri",
                                        redirect,
                                        "code",
                                        URLDecoder.decode(find(CODE, back), StandardCharsets.UTF_8),
                                        "code_verifier",
                                        VERIFIER))
                        .post(endpoint("token")));
    }

    /** What a page of {@code origin} is answered to a refresh token. */
    Response refreshing(Session session, String origin) {
        return given().header("Origin", origin)
                .formParams(
                        Map.of(
                                "grant_type",
                                "refresh_token",
                                "client_id",
                                FRONTEND,
                                "refresh_token",
                                session.refreshToken))
                .post(endpoint("token"));
    }

    /** Where signing out leads. */
    String signOut(Session session, String redirect) {
        return given().redirects()
                .follow(false)
                .queryParams(
                        Map.of(
                                "id_token_hint",
                                session.idToken,
                                "post_logout_redirect_uri",
                                redirect))
                .get(endpoint("logout"))
                .then()
                .statusCode(302)
                .extract()
                .header("Location");
    }

    private static String challenge() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String find(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .findFirst()
                .map((MatchResult found) -> found.group(1))
                .orElseThrow(() -> new AssertionError("no " + pattern + " in " + text));
    }

    private String endpoint(String name) {
        return address() + "/realms/kongdee/protocol/openid-connect/" + name;
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        // The server is the script itself, or, while it still builds, a child of it.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}

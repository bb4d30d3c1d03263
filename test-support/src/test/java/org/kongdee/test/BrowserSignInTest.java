package org.kongdee.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.stack.oidc.Client;
import org.kongdee.stack.oidc.Provider;
import org.kongdee.stack.people.People;
import org.kongdee.stack.postgres.PostgresPort;
import org.kongdee.stack.token.SigningKey;

/**
 * The local provider and a page of another origin, in a real Chromium: only there is seen what the
 * page's policy and the provider's sharing let through. Skipped, visibly, where there is none.
 */
@Tag("slow")
class BrowserSignInTest {

    private static final List<String> SERVICES = List.of("rubric-service");

    @TempDir private Path profile;
    private @Nullable Chromium started;
    private @Nullable Frontend frontend;
    private @Nullable Provider provider;

    /** A frontend at {@code host}, its provider, and a browser; where the frontend is. */
    private String start(String host, boolean shared) throws Exception {
        Optional<Path> program = Chromium.program();
        assumeTrue(program.isPresent(), "needs chromium: apt-get install chromium");
        Frontend here = Frontend.start(0);
        frontend = here;
        String origin = "http://" + host + ":" + here.port();
        int port = PostgresPort.free();
        String issuer = "http://localhost:" + port;
        provider =
                Provider.start(
                        new Provider.Settings(
                                port,
                                issuer,
                                shared ? Set.of(origin) : Set.of("http://localhost:1"),
                                List.of(new Client.Frontend("kongdee-web", SERVICES)),
                                People.in(Path.of("..").toAbsolutePath())),
                        SigningKey.generate(),
                        Clock.systemUTC());
        here.signInAt(issuer);
        started = Chromium.start(program.get(), profile, "--lang=th");
        return origin;
    }

    private Chromium chromium() {
        return Objects.requireNonNull(started);
    }

    @AfterEach
    void stop() {
        if (started != null) {
            started.close();
        }
        if (frontend != null) {
            frontend.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void signsInRefreshesAndSignsOut(String host) throws Exception {
        String origin = start(host, true);
        chromium().open(origin + "/");

        chromium().evaluate("void signIn()");
        chromium().await("document.querySelector('h1')?.innerText == 'ต้องการเข้าใช้เป็นใคร'");
        chromium().evaluate("document.querySelector('[value=slk-legal-officer]').click()");
        chromium().await("location.pathname == '/callback' && document.readyState == 'complete'");
        var told = chromium().evaluate("finish()");

        assertThat(told.path("nonce").asBoolean()).isTrue();
        assertThat(told.path("access").path("sub").asText()).isEqualTo("slk-legal-officer");
        assertThat(told.path("access").path("unit").asText()).isEqualTo("SLK");
        assertThat(told.path("access").path("groups").toString()).isEqualTo("[\"officer\"]");
        assertThat(told.path("access").path("aud").toString()).contains("rubric-service");
        assertThat(told.path("who").path("name").asText()).isEqualTo("เจ้าหน้าที่นิติการ");

        chromium().evaluate("void signOut()");
        chromium().await("location.pathname == '/bye' && document.readyState == 'complete'");
        assertThat(
                        chromium()
                                .evaluate(
                                        "token({grant_type: 'refresh_token', refresh_token: sessionStorage.refresh_token})")
                                .path("error")
                                .asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void keepsItsAnswersFromPagesThatAreNotNamed() throws Exception {
        String origin = start("localhost", false);
        chromium().open(origin + "/");

        assertThat(chromium().evaluate("discover().then(() => 'read', (e) => e.name)").asText())
                .isEqualTo("TypeError");
    }
}

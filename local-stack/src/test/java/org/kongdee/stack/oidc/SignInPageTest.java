package org.kongdee.stack.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kongdee.stack.oidc.RunningProvider.asking;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInPageTest {

    private static RunningProvider provider;

    @BeforeAll
    static void start() throws Exception {
        provider = new RunningProvider();
    }

    @AfterAll
    static void stop() {
        provider.close();
    }

    @Test
    void offersTheRecipientsAndOneOfEachOtherRole() throws Exception {
        String page = provider.get("/authorize", asking()).body();

        assertThat(page.split("<button name=\"subject\"", -1)).hasSize(1 + 4 + 21);
        assertThat(page)
                .contains("value=\"organiser\"", "value=\"author\"", "value=\"assessor\"")
                .contains("value=\"viewer\"", "value=\"slk-legal-head\"")
                .contains("<b lang=\"en\">Planning officer</b> <span>Officer, SLK: Planning</span>")
                .contains("it goes on to http://localhost:5173.");
    }

    @ParameterizedTest
    @CsvSource({
        "'',    '',             en, Who do you want to be?",
        "'',    th,             th, ต้องการเข้าใช้เป็นใคร",
        "'',    'fr, th;q=0.5', th, ต้องการเข้าใช้เป็นใคร",
        "'',    'th-TH, en',    th, ต้องการเข้าใช้เป็นใคร",
        "en,    th,             en, Who do you want to be?",
        "fr th, en,             th, ต้องการเข้าใช้เป็นใคร",
        "'',    ';;;',          en, Who do you want to be?"
    })
    void speaksTheLanguageThatIsAskedFor(
            String locales, String header, String language, String heading) throws Exception {
        String query = RunningProvider.encode(asking("ui_locales", locales));
        HttpRequest.Builder request = HttpRequest.newBuilder(provider.uri("/authorize?" + query));
        if (!header.isEmpty()) {
            request.header("Accept-Language", header);
        }

        HttpResponse<String> response = provider.send(request);

        assertThat(response.headers().firstValue("Content-Language")).hasValue(language);
        assertThat(response.body())
                .contains("<html lang=\"" + language + "\">")
                .contains("<h1>" + heading + "</h1>");
    }

    @Test
    void escapesWhatWasSent() throws Exception {
        String evil = "\"><script>alert('1')</script>&amp;";

        String page = provider.get("/authorize", asking("state", evil, "nonce", evil)).body();

        assertThat(page)
                .doesNotContain("<script")
                .contains(
                        "name=\"state\" value=\"&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;\"");
        assertThat(provider.get("/authorize", asking("client_id", evil)).body())
                .doesNotContain("<script");
    }

    @Test
    void loadsNothingAndIsFramedByNobody() throws Exception {
        HttpResponse<String> response = provider.get("/authorize", asking());

        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .contains("form-action 'self' http://localhost:5173")
                .doesNotContain("unsafe");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void offersFirstWhoIsExpected() throws Exception {
        String page = provider.get("/authorize", asking("login_hint", "slk-it-team")).body();

        assertThat(page).contains("Expected here");
        assertThat(page.indexOf("value=\"slk-it-team\""))
                .isLessThan(page.indexOf("value=\"organiser\""));
        assertThat(provider.get("/authorize", asking("login_hint", "nobody")).body())
                .doesNotContain("Expected here");
    }

    @Test
    void canBeLeftWithoutSigningIn() throws Exception {
        assertThat(provider.get("/authorize", asking("state", "s")).body())
                .containsPattern(
                        "<a href=\"http://localhost:5173/callback\\?error=access_denied&amp;[^\"]*state=s&amp;iss=");
    }
}

package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.stack.postgres.PostgresPort;

/** The commands that need nothing running. */
class SuiteCommandTest {

    @TempDir Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void mintsATokenForAPerson() throws Exception {
        int code =
                run(
                        Map.of(),
                        "token",
                        "--role",
                        "officer,viewer",
                        "--unit=SLK",
                        "--name",
                        "สมชาย",
                        "--hours",
                        "2");

        assertThat(code).isZero();
        String claims =
                new String(
                        Base64.getUrlDecoder().decode(out().split("\\.", -1)[1]),
                        StandardCharsets.UTF_8);
        assertThat(claims)
                .contains("\"groups\":[\"officer\",\"viewer\"]")
                .contains("\"unit\":\"SLK\"")
                .contains("\"name\":\"สมชาย\"")
                .contains("\"rubric-service\"")
                .contains("\"evidence-service\"")
                .contains("\"notification-service\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "token                                    | --role is missing",
                "token --role king                        | there is no role 'king'",
                "token --role officer                     | needs a unit",
                "token --role officer --unit slk          | --unit must match",
                "token --role viewer --hours 0            | --hours must be 1 to 24",
                "token --role viewer --hours 12.5         | --hours must be 1 to 24",
                "token --role viewer --hours 25           | --hours must be 1 to 24",
                "token --role viewer --role author        | --role is given twice",
                "token --role                             | --role needs a value",
                "token --rolle viewer                     | unknown option --rolle",
                "token --role viewer extra                | unexpected: extra",
                "inbox nine                               | takes the number of one message",
                "demo --lang fr                           | --lang must be th or en",
                "dance                                    | there is no command"
            })
    void explainsAMisuse(String line, String complaint) throws Exception {
        int code = run(Map.of(), line.strip().split(" +", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err()).contains(complaint);
        assertThat(out()).isEmpty();
    }

    @Test
    void saysThatNothingRuns() throws Exception {
        assertThat(run(Map.of(), "status")).isEqualTo(3);
        assertThat(run(Map.of(), "down")).isZero();
        assertThat(out()).contains("The suite is not running. Start it with ./suite up");
    }

    @Test
    void asksForTheSuiteWhenTheDemoFindsNobody() throws Exception {
        // Nothing listens on these, whatever else runs on this machine.
        Map<String, String> settings =
                Map.of(
                        "KONGDEE_RUBRIC_PORT", Integer.toString(PostgresPort.free()),
                        "KONGDEE_EVIDENCE_PORT", Integer.toString(PostgresPort.free()),
                        "KONGDEE_NOTIFICATION_PORT", Integer.toString(PostgresPort.free()),
                        "KONGDEE_ROOT", "..");

        assertThat(run(settings, "demo")).isEqualTo(1);
        assertThat(err()).contains("is the suite up?");
    }

    @Test
    void saysThatTheInboxIsEmpty() throws Exception {
        assertThat(run(Map.of(), "inbox")).isZero();
        assertThat(out()).contains("No mail has arrived yet");
        assertThat(run(Map.of(), "inbox", "7")).isEqualTo(1);
        assertThat(err()).contains("there is no message 7");
    }

    @Test
    void refusesASettingThatIsNoPort() throws Exception {
        assertThat(run(Map.of("KONGDEE_STACK_PORT", "http"), "up")).isEqualTo(1);
        assertThat(err()).contains("KONGDEE_STACK_PORT must be a port");
    }

    @Test
    void mintsNoTokensForAForeignProvider() throws Exception {
        Map<String, String> settings =
                Map.of("KONGDEE_OIDC_URL", "https://login.example.org/realms/kongdee");

        assertThat(run(settings, "token", "--role", "viewer")).isEqualTo(1);
        assertThat(err()).contains("login.example.org");
    }

    private int run(Map<String, String> settings, String... words) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KONGDEE_HOME", home.toString());
        return Suite.run(
                new SuiteSettings(environment),
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}

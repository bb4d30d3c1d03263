package org.kongdee.stack.suite;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kongdee.stack.postgres.PostgresPort;

class PortsTest {

    @Test
    void namesABusyPortItsHolderAndTheSettingThatChangesIt() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            int port = busy.getLocalPort();
            SuiteSettings settings =
                    new SuiteSettings(
                            Map.of(
                                    "KONGDEE_RUBRIC_PORT",
                                    Integer.toString(port),
                                    "KONGDEE_RUBRIC_MANAGEMENT_PORT",
                                    Integer.toString(PostgresPort.free()),
                                    "KONGDEE_OIDC_URL",
                                    "https://login.example.org",
                                    "QUARKUS_MAILER_HOST",
                                    "smtp.example.org"));

            assertThatThrownBy(() -> Ports.check(Ports.wantedBy(settings, List.of(Service.RUBRIC))))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("port " + port + ", wanted by rubric-service, is in use")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid())
                    .hasMessageContaining("set KONGDEE_RUBRIC_PORT");
        }
    }

    @Test
    void namesAPortThatTwoPartsWant() throws Exception {
        int port = PostgresPort.free();

        assertThatThrownBy(
                        () ->
                                Ports.check(
                                        List.of(
                                                new Ports.Wanted(
                                                        port,
                                                        "the SMTP inbox",
                                                        "KONGDEE_INBOX_PORT"),
                                                new Ports.Wanted(
                                                        port,
                                                        "rubric-service",
                                                        "KONGDEE_RUBRIC_PORT"))))
                .isInstanceOf(SuiteException.class)
                .hasMessageContaining(
                        "wanted by the SMTP inbox and by rubric-service; set KONGDEE_RUBRIC_PORT");
    }

    @Test
    void isContentWithFreePorts() throws Exception {
        List<Ports.Wanted> wanted =
                List.of(
                        new Ports.Wanted(
                                PostgresPort.free(), "the SMTP inbox", "KONGDEE_INBOX_PORT"));

        assertThatCode(() -> Ports.check(wanted)).doesNotThrowAnyException();
    }
}

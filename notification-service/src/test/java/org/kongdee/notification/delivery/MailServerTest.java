package org.kongdee.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail goes over TLS to a server that can show who it is, and to no other. */
class MailServerTest {

    private static final String PASSWORD = "changeit";
    private static final String SETTING = "greenmail.tls.keystore.";
    private static final Map<String, String> TRUSTED =
            Map.of("tls", "true", "tls-configuration-name", "mail");
    private static final Vertx VERTX = Vertx.vertx();

    @TempDir static Path folder;
    private static Path keys;

    private GreenMail server;

    /** GreenMail reads its keys once for all: a certificate for "localhost". */
    @BeforeAll
    static void makeKeys() throws Exception {
        keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=mail",
                "-ext",
                "san=dns:localhost");
        System.setProperty(SETTING + "file", keys.toString());
        System.setProperty(SETTING + "password", PASSWORD);
    }

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void sendsToTheServerThatTheCertificateNames() throws Exception {
        // Not the second that others wait for an answer that never comes: a busy machine takes
        // longer.
        Map<String, String> patient = new HashMap<>(TRUSTED);
        patient.put("timeout", "20s");
        assertThat(send("localhost", patient)).isInstanceOf(SendResult.Sent.class);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void talksToNoServerOfAnotherName() throws Exception {
        assertThat(send("127.0.0.1", TRUSTED)).isInstanceOf(SendResult.Unreachable.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void talksToNoServerThatNobodyVouchesFor() throws Exception {
        assertThat(send("localhost", Map.of("tls", "true")))
                .isInstanceOf(SendResult.Unreachable.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingInTheClearWhereTlsIsRequired() throws Exception {
        try (ScriptedSmtpServer clear = new ScriptedSmtpServer()) {
            assertThat(send("127.0.0.1", clear.port(), Map.of("start-tls", "REQUIRED")))
                    .isInstanceOf(SendResult.Lost.class);
            assertThat(clear.arrived()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock", "dkim.enabled", "trust-all"})
    void refusesToStartWithWhatDigestsCouldNotKeepTo(String setting) {
        assertThatThrownBy(() -> MailServers.of(VERTX, Map.of(setting, "true")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.mailer." + setting + " is not supported");
    }

    @Test
    void refusesToWaitForEver() {
        assertThatThrownBy(() -> MailServers.of(VERTX, Map.of("timeout", "0s")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("quarkus.mailer.timeout=0 is not supported");
    }

    @Test
    void approvesWhomTheSettingNames() {
        MailServer all = MailServers.of(VERTX, Map.of());
        MailServer some = MailServers.of(VERTX, Map.of("approved-recipients", ".*@slk[.]example"));

        assertThat(all.approves("head@elsewhere.example")).isTrue();
        assertThat(some.approves("HEAD@slk.example")).isTrue();
        assertThat(some.approves("head@elsewhere.example")).isFalse();
    }

    private SendResult send(String host, Map<String, String> settings) throws Exception {
        return send(host, server.getSmtps().getPort(), settings);
    }

    private static SendResult send(String host, int port, Map<String, String> settings)
            throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("host", host);
        all.put("port", Integer.toString(port));
        MailServer mails = MailServers.of(VERTX, all, MailServers.trusting(keys, PASSWORD));
        try (Conversation conversation = new Conversation(mails::connect, mails.patience())) {
            Gate gate = new Gate(Buffer.buffer("x"));
            MailMessage mail =
                    new MailMessage()
                            .setFrom("kongdee@slk.example")
                            .setTo("head@slk.example")
                            .setText("x")
                            .setAttachment(MailAttachment.create().setStream(gate).setSize(1));
            return conversation.send(mail, gate, () -> true);
        }
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                                .toString(),
                                        "-keystore",
                                        keys.toString(),
                                        "-storetype",
                                        "PKCS12",
                                        "-storepass",
                                        PASSWORD),
                                Stream.of(arguments))
                        .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}

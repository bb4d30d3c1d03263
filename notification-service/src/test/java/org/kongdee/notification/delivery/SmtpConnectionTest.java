package org.kongdee.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.delivery.SmtpConfig.Encryption;

/** What this side can tell about a dialogue, by how the server behaves. */
class SmtpConnectionTest {

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final SmtpConnection connection =
            new SmtpConnection(
                    new TestSmtp("127.0.0.1", server.port(), Encryption.NONE),
                    "kongdee@slk.example");

    @AfterEach
    void close() throws IOException {
        connection.close();
        server.close();
    }

    private SendResult send(String to) throws MessagingException {
        connection.open();
        return connection.send(mail(), new InternetAddress(to), () -> true);
    }

    private MimeMessage mail() throws MessagingException {
        MimeMessage mail = new MimeMessage(connection.session());
        mail.setSubject("x");
        mail.setText("x");
        mail.saveChanges();
        return mail;
    }

    @Test
    void takesAnAcceptedMailAsSent() throws MessagingException {
        assertThat(send("good@slk.example")).isInstanceOf(SendResult.Sent.class);
        assertThat(server.arrived()).hasSize(1);
    }

    @Test
    void takesARefusedAddressAsFinalWithTheServersWords() throws MessagingException {
        assertThat(send("refuse@slk.example"))
                .isInstanceOfSatisfying(
                        SendResult.Refused.class,
                        refused -> assertThat(refused.reply()).contains("550 5.1.1 no such user"));
    }

    @Test
    void takesARefusalAfterDataAsFinal() throws MessagingException {
        assertThat(send("full@slk.example"))
                .isInstanceOfSatisfying(
                        SendResult.Refused.class,
                        refused -> assertThat(refused.reply()).contains("552 5.2.2 mailbox full"));
    }

    @Test
    void comesAgainAfterATemporaryRefusal() throws MessagingException {
        assertThat(send("later@slk.example"))
                .isInstanceOfSatisfying(
                        SendResult.Again.class,
                        again -> assertThat(again.reply()).contains("451 4.3.0 come again"));
    }

    @Test
    void comesAgainWhenTheServerHangsBeforeData() throws MessagingException {
        assertThat(send("hang@slk.example")).isInstanceOf(SendResult.Again.class);
    }

    @Test
    void isInDoubtWhenTheConnectionIsLostAfterData() throws MessagingException {
        assertThat(send("hangup@slk.example")).isInstanceOf(SendResult.Unconfirmed.class);
        assertThat(server.arrived()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "later", "full", "hang", "hangup"})
    void sendsTheNextMailAfterATroubledOne(String trouble) throws MessagingException {
        SendResult unused = send(trouble + "@slk.example");

        assertThat(send("good@slk.example")).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void asksBeforeDataAndSendsNothingWithoutAYes() throws MessagingException {
        AtomicInteger asked = new AtomicInteger();
        connection.open();

        SendResult outcome =
                connection.send(
                        mail(),
                        new InternetAddress("good@slk.example"),
                        () -> asked.incrementAndGet() > 1);

        assertThat(outcome).isInstanceOf(SendResult.NotOurs.class);
        assertThat(asked).hasValue(1);
        assertThat(server.arrived()).isEmpty();
    }

    @Test
    void saysWhyThereIsNoConnection() {
        // Nothing listens on port 1.
        try (SmtpConnection nowhere =
                new SmtpConnection(
                        new TestSmtp("127.0.0.1", 1, Encryption.NONE), "kongdee@slk.example")) {
            assertThatThrownBy(nowhere::open)
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("127.0.0.1");
        }
    }
}

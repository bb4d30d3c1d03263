package org.kongdee.stack.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {

    @TempDir Path folder;

    @Test
    void keepsAThaiMessageForEachRecipientAcrossARestart() throws Exception {
        try (InboxServer server = InboxServer.start(new Inbox(folder), InboxServer.ANY_PORT)) {
            send(server.port(), "กำหนดส่ง ๑๕ ม.ค. ๖๕", "head@slk.example", "director@slk.example");
        }

        Inbox reopened = new Inbox(folder);

        assertThat(reopened.list())
                .hasSize(2)
                .allSatisfy(
                        mail -> {
                            assertThat(mail.subject()).isEqualTo("กำหนดส่ง ๑๕ ม.ค. ๖๕");
                            assertThat(mail.text()).hasValue("เหลือ ๘ วัน");
                            assertThat(mail.html()).hasValue("<p>เหลือ ๘ วัน</p>");
                        })
                .extracting(ReceivedMail::recipient)
                .containsExactlyInAnyOrder("head@slk.example", "director@slk.example");
    }

    @Test
    void numbersOnAfterARestartAndShowsTheNewestFirst() throws Exception {
        try (InboxServer server = InboxServer.start(new Inbox(folder), InboxServer.ANY_PORT)) {
            send(server.port(), "first", "head@slk.example");
        }
        try (InboxServer server = InboxServer.start(new Inbox(folder), InboxServer.ANY_PORT)) {
            send(server.port(), "second", "head@slk.example");
        }

        assertThat(new Inbox(folder).list())
                .extracting(ReceivedMail::subject)
                .containsExactly("second", "first");
    }

    @Test
    void hidesMailFromOtherUsers() throws Exception {
        Inbox inbox = new Inbox(folder);
        inbox.add("head@slk.example", "Subject: s\r\n\r\ntext".getBytes(StandardCharsets.UTF_8));

        assertThat(Files.getPosixFilePermissions(folder))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("1.eml")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void tellsTheSenderWhenAMessageCannotBeKept() throws Exception {
        Path gone = Files.createDirectory(folder.resolve("mail"));
        try (InboxServer server = InboxServer.start(new Inbox(gone), InboxServer.ANY_PORT)) {
            Files.delete(gone);

            assertThatThrownBy(() -> send(server.port(), "lost", "head@slk.example"))
                    .isInstanceOf(MessagingException.class);
        }
    }

    private static void send(int port, String subject, String... recipients)
            throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.timeout", "10000");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("kongdee@example.org"));
        for (String recipient : recipients) {
            message.addRecipient(RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("เหลือ ๘ วัน", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>เหลือ ๘ วัน</p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}

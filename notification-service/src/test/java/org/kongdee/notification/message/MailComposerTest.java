package org.kongdee.notification.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailComposerTest {

    private static final UUID ID = UUID.fromString("a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55");
    private static final Session SESSION = Session.getInstance(new Properties());

    private final MailComposer composer =
            new MailComposer(
                    "กองดี Kongdee <kongdee@slk.example>",
                    Optional.empty(),
                    new MailConfig() {
                        @Override
                        public Optional<String> organiser() {
                            return Optional.empty();
                        }

                        @Override
                        public String idDomain() {
                            return "slk.example";
                        }
                    });

    private static Mail mail(String name, String subject, @Nullable String html) {
        return new Mail(
                ID,
                "head@slk.example",
                name,
                "th",
                subject,
                html,
                "ข้อความ " + "ยาว".repeat(1000),
                html == null ? null : "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                "https://kongdee.example/links/x",
                Instant.parse("2022-01-07T01:00:00Z"));
    }

    private MimeMessage written(Mail mail) throws MessagingException {
        byte[] file = Eml.of(composer.compose(mail));
        String text = new String(file, StandardCharsets.US_ASCII);
        for (String line : text.split("\r\n", -1)) {
            assertThat(line.length()).isLessThan(998);
            assertThat(line).doesNotContain("\n", "\r");
        }
        return new MimeMessage(SESSION, new ByteArrayInputStream(file));
    }

    @Test
    void keepsTheMessageIdWheneverItIsWritten() throws Exception {
        Mail mail = mail("สมหญิง", "กำหนดส่งงาน", "<p>x</p>");

        assertThat(written(mail).getMessageID())
                .isEqualTo("<a3c8bb0e-53d1-4d9e-8c36-6f8f0b7e1f55@slk.example>");
        assertThat(written(mail).getMessageID()).isEqualTo(written(mail).getMessageID());
    }

    @Test
    void writesThaiThatReadsBack() throws Exception {
        MimeMessage read = written(mail("สมหญิง ใจดี", "กำหนดส่งงาน: ๗ รายการ", "<p>สวัสดี</p>"));

        assertThat(read.getSubject()).isEqualTo("กำหนดส่งงาน: ๗ รายการ");
        assertThat(read.getFrom()[0].toString()).contains("kongdee@slk.example");
        MimeMultipart mixed = (MimeMultipart) read.getContent();
        MimeMultipart alternatives = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(alternatives.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(alternatives.getBodyPart(1).getContent()).isEqualTo("<p>สวัสดี</p>");
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("deadlines.ics");
        assertThat(mixed.getBodyPart(1).getContentType()).startsWith("text/calendar");
        assertThat(new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), UTF_8))
                .isEqualTo("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "กำหนดส่งงานของกองกฎหมายและกองอื่น ๆ ที่ต้องส่งภายในวันที่ ๑๕ มกราคม ๒๕๖๕ ก่อนเวลา ๑๖.๓๐ น.",
                "5 deadlines, = and =?UTF-8?B?QQ==?= as they are",
                "\uD83D\uDCC5 reminders \uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5\uD83D\uDCC5"
            })
    void writesAnySubjectInWholeCharacters(String subject) throws Exception {
        assertThat(written(mail("A", subject, null)).getSubject()).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"สมหญิง ใจดี", "O'Neill, \"Jim\" (head)", "A <b@c.example>", ""})
    void writesAnyNameBesideTheAddress(String name) throws Exception {
        InternetAddress to = (InternetAddress) written(mail(name, "B", null)).getAllRecipients()[0];

        assertThat(to.getAddress()).isEqualTo("head@slk.example");
        assertThat(to.getPersonal()).isEqualTo(name.isEmpty() ? null : name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "สมหญิง ใจดี | Deadlines: 12 overdue, 3 due today, 4 due soon, 2 without a date, and a few more of these words",
                "A name of sixty characters that has nothing else in it at all | กำหนดส่งงาน: เกินกำหนด ๑๒ · ครบกำหนดวันนี้ ๓ · ใกล้ถึงกำหนด ๔ รายการ",
                "A | https://kongdee.example/a-title-that-is-one-long-word-which-can-be-broken-nowhere-and-goes-on"
            })
    void foldsHeadersAndKeepsWhatTheySay(String name, String subject) throws Exception {
        MimeMessage read =
                written(
                        new Mail(
                                ID,
                                "a.head.with.quite.a.long.address@legal-affairs.secretariat.slk.example",
                                name,
                                "th",
                                subject,
                                "<p>x</p>",
                                "x",
                                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
                                null,
                                Instant.EPOCH));

        // The client makes the boundary, and folds nothing.
        assertThat(Collections.list(read.getAllHeaderLines()))
                .filteredOn(header -> !header.startsWith("Content-Type: multipart/"))
                .allSatisfy(
                        header -> assertThat(header.split("\r\n")).allMatch(l -> l.length() <= 78));
        assertThat(Collections.list(read.getAllHeaderLines()))
                .allSatisfy(
                        header ->
                                assertThat(header.split("\r\n"))
                                        .filteredOn(line -> line.contains("=?"))
                                        .allMatch(line -> line.length() <= 76));
        assertThat(read.getSubject()).isEqualTo(subject);
        assertThat(((InternetAddress) read.getAllRecipients()[0]).getPersonal()).isEqualTo(name);
    }

    @Test
    void neverLetsATextEndAHeader() throws Exception {
        MimeMessage read =
                written(
                        mail(
                                "A\r\nBcc: thief@evil.example",
                                "B\r\nX-Injected: yes\n\n<html>",
                                null));

        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getHeader("X-Injected")).isNull();
        assertThat(read.getAllRecipients()).hasSize(1);
        assertThat(Collections.list(read.getAllHeaderLines()))
                .noneMatch(line -> line.startsWith("X-Injected") || line.startsWith("Bcc"));
    }

    @Test
    void isMarkedAsAutomatic() throws Exception {
        MimeMessage read = written(mail("A", "B", "<p>x</p>"));

        assertThat(read.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(read.getHeader("List-Unsubscribe"))
                .containsExactly("<https://kongdee.example/links/x>");
        assertThat(read.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
    }
}

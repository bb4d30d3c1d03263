package org.kongdee.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** A mail as it went over the wire, byte by byte (RFC 5322, 2045 and 2047). */
final class Wire {

    private static final Pattern ENCODED = Pattern.compile("=\\?[^?]+\\?[BQ]\\?[^?]*\\?=");

    private Wire() {}

    static void check(MimeMessage message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        String raw = bytes.toString(StandardCharsets.ISO_8859_1);
        assertThat(raw.chars()).as("is ASCII").allMatch(c -> c < 128);
        for (String line : raw.split("\r\n", -1)) {
            assertThat(line.length()).as(line).isLessThanOrEqualTo(998);
            assertThat(line).as("ends in CRLF").doesNotContain("\r", "\n");
        }
        for (String header :
                List.of("Message-ID", "Date", "From", "To", "Subject", "MIME-Version")) {
            assertThat(message.getHeader(header)).as(header).hasSize(1);
        }
        checkHeaders(Collections.list(message.getAllHeaderLines()));
        checkPart(message, message.getRawInputStream());
    }

    private static void checkHeaders(List<String> headers) throws Exception {
        for (String header : headers) {
            for (String line : header.split("\r\n", -1)) {
                // An address cannot be folded, and the client makes boundaries and folds nothing.
                if (!header.startsWith("List-Unsubscribe:")
                        && !header.startsWith("Content-Type: multipart/")) {
                    assertThat(line.length()).as(line).isLessThanOrEqualTo(78);
                }
                var words = ENCODED.matcher(line);
                while (words.find()) {
                    assertThat(line.length()).as(line).isLessThanOrEqualTo(76);
                    assertThat(words.group().length()).isLessThanOrEqualTo(75);
                    assertThat(MimeUtility.decodeWord(words.group()))
                            .as("whole characters")
                            .doesNotContain("\uFFFD");
                }
            }
        }
    }

    private static void checkPart(Part part, InputStream raw) throws Exception {
        if (part.getContent() instanceof Multipart inner) {
            for (int i = 0; i < inner.getCount(); i++) {
                MimeBodyPart one = (MimeBodyPart) inner.getBodyPart(i);
                checkHeaders(Collections.list(one.getAllHeaderLines()));
                checkPart(one, one.getRawInputStream());
            }
            return;
        }
        String encoding = part.getHeader("Content-Transfer-Encoding")[0];
        int longest = encoding.equals("7bit") ? 998 : 76;
        String body = new String(raw.readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(body.split("\r\n", -1)).allMatch(line -> line.length() <= longest);
        String decoded = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(decoded).doesNotContain("\uFFFD");
        assertThat(decoded.replace("\r\n", "")).as("canonical").doesNotContain("\r", "\n");
        if (part.isMimeType("text/calendar")) {
            assertThat(part.getContentType())
                    .containsIgnoringWhitespaces("charset=UTF-8; method=PUBLISH");
            assertThat(decoded).contains("\r\nMETHOD:PUBLISH\r\n");
        }
    }

    /** The texts of a mail, its links hidden. */
    static List<String> texts(MimeMessage message) throws IOException, MessagingException {
        List<String> texts = new ArrayList<>();
        collect(message, texts);
        return texts;
    }

    private static void collect(Part part, List<String> texts)
            throws IOException, MessagingException {
        if (part.getContent() instanceof Multipart inner) {
            for (int i = 0; i < inner.getCount(); i++) {
                BodyPart one = inner.getBodyPart(i);
                collect(one, texts);
            }
        } else {
            String text = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            // The inbox takes the end of a mail's last line for that of the mail.
            texts.add(hidden(text).stripTrailing());
        }
    }

    /** What a sender says in the headers of a mail, its links and boundaries aside. */
    static List<String> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaderLines()).stream()
                .filter(header -> !header.startsWith("Delivered-To:"))
                .filter(header -> !header.startsWith("Received:"))
                .filter(header -> !header.startsWith("Return-Path:"))
                .map(header -> hidden(header).replaceAll("boundary=\"[^\"]+\"", "boundary"))
                .sorted()
                .toList();
    }

    private static String hidden(String text) {
        return text.replaceAll("/links/[A-Za-z0-9_-]+", "/links/hidden");
    }
}

package org.kongdee.stack.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** A message of the inbox, its texts decoded. */
public record ReceivedMail(int number, Instant received, String recipient, MimeMessage message) {

    static ReceivedMail parse(int number, byte[] eml, Instant received) {
        try {
            MimeMessage message =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(eml));
            String recipient = message.getHeader("Delivered-To", null);
            return new ReceivedMail(number, received, recipient == null ? "" : recipient, message);
        } catch (MessagingException e) {
            throw new IllegalStateException("message " + number + " cannot be read", e);
        }
    }

    public String subject() {
        try {
            String subject = message.getSubject();
            return subject == null ? "" : subject;
        } catch (MessagingException e) {
            throw unreadable(e);
        }
    }

    /** The value of a header, decoded; empty if there is none. */
    public String header(String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (MessagingException | IOException e) {
            throw unreadable(e);
        }
    }

    /** The plain text that a mail program would show. */
    public Optional<String> text() {
        return content("text/plain");
    }

    /** The HTML that a mail program would show. */
    public Optional<String> html() {
        return content("text/html");
    }

    private Optional<String> content(String type) {
        try {
            return find(message, type);
        } catch (MessagingException | IOException e) {
            throw unreadable(e);
        }
    }

    private static Optional<String> find(Part part, String type)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> found = find(parts.getBodyPart(i), type);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }
        boolean wanted =
                part.isMimeType(type) && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        return wanted ? Optional.of((String) part.getContent()) : Optional.empty();
    }

    private IllegalStateException unreadable(Exception cause) {
        return new IllegalStateException("message " + number + " cannot be read", cause);
    }
}

package org.kongdee.notification.message;

import jakarta.activation.DataHandler;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;

/**
 * Makes internet messages: HTML beside plain text, the calendar attached. The Message-ID follows
 * from the mail's id, so a mail that is sent again can be told from a new one.
 */
@Singleton
public class MimeComposer {

    static {
        // Unless told, the mail library looks through all jars for its one provider of streams,
        // anew for every part of a mail.
        System.setProperty(
                "jakarta.mail.util.StreamProvider",
                "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final MailConfig config;

    MimeComposer(MailConfig config) {
        this.config = config;
    }

    public String messageId(UUID id) {
        return "<" + id + "@" + config.idDomain() + ">";
    }

    /**
     * @throws MessagingException if an address cannot be written
     */
    public MimeMessage compose(Mail mail, Session session) throws MessagingException {
        MimeMessage message = new WithOwnId(session, messageId(mail.id()));
        message.setFrom(address(config.from(), config.fromName()));
        message.setRecipient(Message.RecipientType.TO, address(mail.to(), mail.toName()));
        message.setSubject(oneLine(mail.subject()), "UTF-8");
        message.setSentDate(Date.from(mail.date()));
        message.setHeader("Content-Language", mail.language());
        // RFC 3834: no vacation notices back, please.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.pauseLink() != null) {
            message.setHeader("List-Unsubscribe", "<" + oneLine(mail.pauseLink()) + ">");
        }
        message.setContent(content(mail));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart content(Mail mail) throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(mail.text(), "plain"));
        if (mail.html() != null) {
            alternatives.addBodyPart(text(mail.html(), "html"));
        }
        if (mail.calendar() == null) {
            return alternatives;
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives);
        MimeMultipart mixed = new MimeMultipart("mixed");
        mixed.addBodyPart(body);
        mixed.addBodyPart(calendar(mail.calendar()));
        return mixed;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        // Thai would be chosen as base64 anyway; said outright, no line is ever too long.
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart calendar(String calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(
                new DataHandler(
                        new ByteArrayDataSource(
                                calendar.getBytes(StandardCharsets.UTF_8),
                                "text/calendar; charset=UTF-8")));
        part.setFileName("deadlines.ics");
        part.setDisposition(Part.ATTACHMENT);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(String address, String name) throws AddressException {
        InternetAddress parsed = new InternetAddress(address, true);
        try {
            parsed.setPersonal(oneLine(name), "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return parsed;
    }

    /** The last guard against a header that would end early; input is checked where it comes in. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    /** Keeps its Message-ID where the library would make one up. */
    private static final class WithOwnId extends MimeMessage {

        private final String id;

        WithOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

package org.kongdee.notification.message;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.EmailAddress;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.kongdee.web.text.Text;

/**
 * Makes internet messages: HTML beside plain text, the calendar attached. The Message-ID follows
 * from the mail's id, so a mail that is sent again can be told from a new one.
 */
@Singleton
public class MailComposer {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final EmailAddress from;
    private final Optional<String> bounceAddress;
    private final String idDomain;
    private final Optional<String> organiser;

    /**
     * @param from the sender; {@code Name <address>} or the address alone
     * @param bounceAddress the envelope's sender; of {@code from} if there is none
     */
    MailComposer(
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "quarkus.mailer.bounce-address") Optional<String> bounceAddress,
            MailConfig config) {
        this.from = new EmailAddress(from);
        this.bounceAddress = bounceAddress;
        this.idDomain = config.idDomain();
        this.organiser = config.organiser();
    }

    public String messageId(UUID id) {
        return "<" + id + "@" + idDomain + ">";
    }

    /** Whom answers to mails reach. */
    public String answersTo() {
        return organiser.orElse(from.getEmail());
    }

    /** The envelope's sender, which bounces go to. */
    public String sender() {
        return bounceAddress.orElse(from.getEmail());
    }

    /**
     * A mail whose calendar, attached last, is read from {@code calendar}.
     *
     * @param size of the calendar in bytes
     * @throws IllegalArgumentException if the address is none
     */
    public MailMessage compose(Mail mail, ReadStream<Buffer> calendar, int size) {
        return bare(mail).setAttachment(attachment().setStream(calendar).setSize(size));
    }

    /** The whole mail, in memory. */
    MailMessage compose(Mail mail) {
        MailMessage message = bare(mail);
        if (mail.calendar() != null) {
            message.setAttachment(attachment().setData(bytes(mail.calendar())));
        }
        return message;
    }

    private MailMessage bare(Mail mail) {
        MailMessage message =
                new MailMessage()
                        .setFrom(from.getEmail())
                        .setBounceAddress(sender())
                        .setTo(new EmailAddress(mail.to()).getEmail())
                        .setText(lines(mail.text()));
        if (mail.html() != null) {
            message.setHtml(lines(mail.html()));
        }
        headers(mail).forEach(message::addHeader);
        return message;
    }

    /** The headers that are ours to write, by name. */
    public Map<String, String> headers(Mail mail) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Message-ID", messageId(mail.id()));
        headers.put("Date", DATE.format(mail.date().atOffset(ZoneOffset.UTC)));
        headers.put("From", HeaderText.address(from.getEmail(), from.getName()));
        headers.put("To", HeaderText.address(mail.to(), mail.toName()));
        organiser.ifPresent(address -> headers.put("Reply-To", Text.oneLine(address)));
        headers.put("Subject", HeaderText.of(mail.subject()));
        headers.put("Content-Language", mail.language());
        // RFC 3834: no vacation notices back, please.
        headers.put("Auto-Submitted", "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        if (mail.pauseLink() != null) {
            // RFC 8058: a mail program posts to it when its own button is pressed.
            headers.put("List-Unsubscribe", "<" + Text.oneLine(mail.pauseLink()) + ">");
            headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return headers;
    }

    private static MailAttachment attachment() {
        return MailAttachment.create()
                // Folded here: the client adds the name, and folds nothing.
                .setContentType("text/calendar; charset=UTF-8;\r\n method=PUBLISH")
                .setName("deadlines.ics")
                .setDisposition("attachment");
    }

    /**
     * The client ends lines itself, would write a carriage return as a character, and passes over
     * empty lines at the end.
     */
    public static String lines(String text) {
        return text.replace("\r\n", "\n").stripTrailing() + "\n";
    }

    /** The bytes of a calendar. */
    public static Buffer bytes(String calendar) {
        return Buffer.buffer(calendar.getBytes(StandardCharsets.UTF_8));
    }
}

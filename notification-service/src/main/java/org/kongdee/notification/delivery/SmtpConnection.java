package org.kongdee.notification.delivery;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, kept for many mails. It knows for each whether DATA was
 * reached, which decides whether a lost connection leaves doubt. Not thread-safe.
 */
final class SmtpConnection implements AutoCloseable {

    private static final int NO_ANSWER = -1;
    private static final int SERVICE_CLOSING = 421;

    private final SmtpConfig config;
    private final Session session;
    private @Nullable Dialogue dialogue;

    SmtpConnection(SmtpConfig config, String sender) {
        this.config = config;
        this.session = Session.getInstance(settings(config, sender));
    }

    Session session() {
        return session;
    }

    /**
     * @throws MessagingException if there is no talking to the server; it says why
     */
    void open() throws MessagingException {
        if (dialogue != null) {
            return;
        }
        Dialogue fresh = new Dialogue(session);
        fresh.connect(
                config.host(),
                config.port(),
                config.username().orElse(null),
                config.password().orElse(null));
        dialogue = fresh;
    }

    /**
     * Sends a mail over the open connection.
     *
     * @param beforeData asked before DATA is sent; unless it says yes, nothing is sent
     */
    SendResult send(MimeMessage mail, InternetAddress to, BooleanSupplier beforeData) {
        Dialogue talk = dialogue;
        if (talk == null) {
            return new SendResult.Again("not connected");
        }
        talk.begin(beforeData);
        try {
            talk.sendMessage(mail, new Address[] {to});
            return new SendResult.Sent(oneLine(talk.getLastServerResponse()));
        } catch (LeaseLost e) {
            close();
            return new SendResult.NotOurs();
        } catch (MessagingException e) {
            return failed(e, talk.dataReached);
        }
    }

    private SendResult failed(MessagingException e, boolean dataReached) {
        MessagingException answer = serversAnswer(e);
        int code = answer == null ? NO_ANSWER : replyCode(answer);
        String reply = oneLine(answer == null ? e.getMessage() : answer.getMessage());
        if (code >= 500 && code < 600) {
            return new SendResult.Refused(reply);
        }
        if (code >= 400 && code < 500) {
            if (code == SERVICE_CLOSING) {
                close();
            }
            return new SendResult.Again(reply);
        }
        close();
        return dataReached
                ? new SendResult.Unconfirmed("connection lost after DATA: " + reply)
                : new SendResult.Again("connection lost before DATA: " + reply);
    }

    /** The exception that holds what the server answered, or null if it did not. */
    private static @Nullable MessagingException serversAnswer(MessagingException e) {
        for (MessagingException cause = e; cause != null; ) {
            if (replyCode(cause) > 0) {
                return cause;
            }
            cause = cause.getNextException() instanceof MessagingException next ? next : null;
        }
        return null;
    }

    private static int replyCode(MessagingException e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            // With something behind it, it only sums up what became of the addresses.
            case SMTPSendFailedException send when send.getNextException() == null ->
                    send.getReturnCode();
            default -> NO_ANSWER;
        };
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\p{Cntrl}+", " ");
    }

    @Override
    public void close() {
        Dialogue open = dialogue;
        dialogue = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                // The connection is gone, which is what was wanted.
            }
        }
    }

    private static Properties settings(SmtpConfig config, String sender) {
        Properties p = new Properties();
        p.setProperty("mail.smtp.from", sender);
        p.setProperty("mail.smtp.connectiontimeout", millis(config.connectTimeout()));
        p.setProperty("mail.smtp.timeout", millis(config.timeout()));
        p.setProperty("mail.smtp.writetimeout", millis(config.timeout()));
        p.setProperty("mail.smtp.quitwait", "false");
        // The second is for TLS from the start; what it makes is wrapped.
        p.put("mail.smtp.socketFactory", new PromptSockets());
        p.put("mail.smtp.ssl.socketFactory", new PromptSockets());
        // Without this a refused connection would be tried again by other sockets.
        p.setProperty("mail.smtp.socketFactory.fallback", "false");
        p.setProperty("mail.smtp.auth", Boolean.toString(config.username().isPresent()));
        p.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean starttls = config.encryption() == SmtpConfig.Encryption.STARTTLS;
        p.setProperty("mail.smtp.starttls.enable", Boolean.toString(starttls));
        p.setProperty("mail.smtp.starttls.required", Boolean.toString(starttls));
        p.setProperty(
                "mail.smtp.ssl.enable",
                Boolean.toString(config.encryption() == SmtpConfig.Encryption.TLS));
        return p;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /** Stops the dialogue before DATA. */
    private static final class LeaseLost extends RuntimeException {
        LeaseLost() {
            super("the lease was lost", null, false, false);
        }
    }

    /** The library's transport, watched at the one step that matters. */
    private static final class Dialogue extends SMTPTransport {

        private BooleanSupplier beforeData = () -> false;
        private boolean dataReached;

        Dialogue(Session session) {
            super(session, new URLName("smtp", null, -1, null, null, null));
        }

        void begin(BooleanSupplier ask) {
            beforeData = ask;
            dataReached = false;
        }

        @Override
        protected OutputStream data() throws MessagingException {
            if (!beforeData.getAsBoolean()) {
                throw new LeaseLost();
            }
            dataReached = true;
            return super.data();
        }
    }
}

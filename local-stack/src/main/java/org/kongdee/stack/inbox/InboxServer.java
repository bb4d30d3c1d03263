package org.kongdee.stack.inbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Takes mail over SMTP on loopback; a message is in the inbox's folder before its sender is told
 * so.
 */
public final class InboxServer implements AutoCloseable {

    /** Lets the system choose a free port. */
    public static final int ANY_PORT = 0;

    private final GreenMail server;

    private InboxServer(GreenMail server) {
        this.server = server;
    }

    /**
     * @throws IllegalStateException if the port is taken
     */
    public static InboxServer start(Inbox inbox, int port) {
        GreenMail server =
                new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (message, recipient) -> {
                            store(inbox, message, recipient);
                            return new NoMailbox(recipient.getEmail());
                        });
        server.start();
        return new InboxServer(server);
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void store(Inbox inbox, MovingMessage message, MailAddress recipient)
            throws MessagingException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.getMessage().writeTo(bytes);
            inbox.add(recipient.getEmail(), bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a message", e);
        }
    }

    /** GreenMail would keep every message in memory too; the folder is the only mailbox here. */
    private record NoMailbox(String address) implements GreenMailUser {

        @Override
        public String getEmail() {
            return address;
        }

        @Override
        public String getLogin() {
            return address;
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public String getQualifiedMailboxName() {
            return address;
        }

        @Override
        public void deliver(MovingMessage message) {}

        @Override
        public void deliver(jakarta.mail.internet.MimeMessage message) {}

        @Override
        public void create() {}

        @Override
        public void delete() {}

        @Override
        public void setPassword(String password) {}

        @Override
        public void authenticate(String password) {}
    }
}

package org.kongdee.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.ReceivedMail;

/** The mail that the test's SMTP server has received. */
public final class TestInbox {

    private static final String FOLDER = "kongdee.test.inbox";

    private TestInbox() {}

    /** All mail received so far, the newest first. */
    public static List<ReceivedMail> messages() {
        try {
            return open().list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail to one address, the newest first. */
    public static List<ReceivedMail> messagesTo(String address) {
        return messages().stream().filter(mail -> mail.recipient().equals(address)).toList();
    }

    static Inbox open() throws IOException {
        // A system property, since tests and their resources may be loaded by different class
        // loaders.
        String folder = System.getProperty(FOLDER);
        if (folder == null) {
            folder = Files.createTempDirectory("kongdee-inbox").toString();
            System.setProperty(FOLDER, folder);
        }
        return new Inbox(Path.of(folder));
    }
}

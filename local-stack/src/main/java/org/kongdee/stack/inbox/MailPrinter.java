package org.kongdee.stack.inbox;

import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Shows a message to a person at a terminal. */
public final class MailPrinter {

    /** When a message arrived, on this machine's clock. */
    public static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final List<String> HEADERS =
            List.of("Date", "From", "To", "Subject", "Message-ID");

    private MailPrinter() {}

    public static void print(ReceivedMail mail, PrintStream out) {
        out.println("Received: " + TIME.format(mail.received()) + " for " + mail.recipient());
        for (String header : HEADERS) {
            String value = mail.header(header);
            if (!value.isEmpty()) {
                out.println(header + ": " + value);
            }
        }
        out.println();
        out.println(mail.text().or(mail::html).orElse("(no text)"));
    }
}

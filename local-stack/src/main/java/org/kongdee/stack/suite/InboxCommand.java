package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.stack.text.Columns;

/** {@code suite inbox}: lists the mail that arrived; with a number, shows one. */
final class InboxCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int NUMBER = 5;
    private static final int RECIPIENT = 30;
    private static final List<String> HEADERS =
            List.of("Date", "From", "To", "Subject", "Message-ID");

    private final SuiteSettings settings;
    private final PrintStream out;

    InboxCommand(SuiteSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    int run(Options options) throws IOException {
        Inbox inbox = new Inbox(settings.mail());
        if (options.words().isEmpty()) {
            list(inbox.list());
            return 0;
        }
        String number = options.words().getFirst();
        if (options.words().size() > 1 || !number.matches("\\d{1,9}")) {
            throw new Options.Misuse(
                    "suite inbox takes the number of one message, and got "
                            + String.join(" ", options.words()));
        }
        show(
                inbox.find(Integer.parseInt(number))
                        .orElseThrow(() -> new SuiteException("there is no message " + number)));
        return 0;
    }

    private void list(List<ReceivedMail> messages) {
        if (messages.isEmpty()) {
            out.println("No mail has arrived yet. It is kept in " + settings.mail() + ".");
            return;
        }
        for (ReceivedMail mail : messages) {
            out.printf(
                    "%s  %s  %s  %s%n",
                    Columns.right(Integer.toString(mail.number()), NUMBER),
                    TIME.format(mail.received()),
                    Columns.left(Columns.cut(mail.recipient(), RECIPIENT), RECIPIENT),
                    mail.subject());
        }
        out.println("./suite inbox N shows one of them.");
    }

    private void show(ReceivedMail mail) {
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

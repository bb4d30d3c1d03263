package org.kongdee.stack.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.kongdee.stack.inbox.Inbox;
import org.kongdee.stack.inbox.MailPrinter;
import org.kongdee.stack.inbox.ReceivedMail;
import org.kongdee.stack.text.Columns;

/** {@code suite inbox}: lists the mail that arrived; with a number, shows one. */
final class InboxCommand {

    private static final int NUMBER = 5;
    private static final int RECIPIENT = 30;

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
        MailPrinter.print(
                inbox.find(Integer.parseInt(number))
                        .orElseThrow(() -> new SuiteException("there is no message " + number)),
                out);
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
                    MailPrinter.TIME.format(mail.received()),
                    Columns.left(Columns.cut(mail.recipient(), RECIPIENT), RECIPIENT),
                    mail.subject());
        }
        out.println("./suite inbox N shows one of them.");
    }
}

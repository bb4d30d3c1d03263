package org.kongdee.notification.delivery;

import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Text;

/** What a failure of the mail client says of the mail. */
final class Answers {

    private static final int SERVICE_CLOSING = 421;

    /**
     * How the client words a refusal of this mail. Others, of the greeting or the password, say
     * nothing of it.
     */
    private static final Pattern OF_THE_MAIL =
            Pattern.compile(
                    "(sender address not accepted|recipient address not accepted"
                            + "|DATA command not accepted|sending data failed):.*",
                    Pattern.DOTALL);

    private Answers() {}

    /**
     * @param data whether the gate had been let through: an answer tells, silence leaves doubt
     */
    static SendResult read(Throwable failure, boolean data) {
        Throwable cause = unwrapped(failure);
        String words = oneLine(cause.getMessage());
        if (cause instanceof SMTPException answer) {
            String reply = oneLine(String.join(" ", answer.getReplyMessages()));
            if (!OF_THE_MAIL.matcher(String.valueOf(answer.getMessage())).matches()) {
                return new SendResult.Unreachable(words);
            }
            if (answer.getReplyCode() == SERVICE_CLOSING) {
                return new SendResult.Unreachable(reply);
            }
            return answer.isPermanent()
                    ? new SendResult.Refused(reply)
                    : new SendResult.Deferred(reply);
        }
        if (data) {
            return new SendResult.Unconfirmed("connection lost after DATA: " + words);
        }
        return cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof SSLException
                ? new SendResult.Unreachable(words)
                : new SendResult.Lost("connection lost before DATA: " + words);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable inner = failure;
        while ((inner instanceof ExecutionException || inner instanceof CompletionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : Text.oneLine(text.strip());
    }
}

package org.kongdee.notification.delivery;

import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the mail server, kept for many mails. After anything but a mail that was taken
 * it is given up for a new one: what has failed may hang. Not thread-safe.
 */
final class Conversation implements AutoCloseable {

    private final Supplier<MailClient> clients;
    private final Duration patience;
    private @Nullable MailClient client;

    /**
     * @param clients makes one of a single connection
     * @param patience with the server up to DATA, and again until it has taken the mail
     */
    Conversation(Supplier<MailClient> clients, Duration patience) {
        this.clients = clients;
        this.patience = patience;
    }

    /**
     * Sends a mail whose last part is behind a gate, and waits for the server's word.
     *
     * @param begin asked when the server is ready for the mail, before it can have all of it;
     *     unless it says yes, nothing is sent
     */
    SendResult send(MailMessage mail, Gate gate, BooleanSupplier begin)
            throws InterruptedException {
        CompletableFuture<MailResult> answer =
                client().sendMail(mail).toCompletionStage().toCompletableFuture();
        SendResult result = send(answer, gate, begin);
        if (!(result instanceof SendResult.Sent)) {
            close();
        }
        return result;
    }

    private SendResult send(CompletableFuture<MailResult> answer, Gate gate, BooleanSupplier begin)
            throws InterruptedException {
        boolean data = false;
        try {
            await(CompletableFuture.anyOf(gate.reached(), answer));
            if (!answer.isDone()) {
                if (!begin.getAsBoolean()) {
                    gate.refuse();
                    return new SendResult.NotOurs();
                }
                data = true;
                gate.letThrough();
            }
            await(answer);
            return new SendResult.Sent();
        } catch (TimeoutException e) {
            var silence = new TimeoutException("no answer within " + patience.toSeconds() + " s");
            return Answers.read(silence, data);
        } catch (ExecutionException e) {
            return Answers.read(e, data);
        }
    }

    private void await(CompletableFuture<?> what)
            throws InterruptedException, ExecutionException, TimeoutException {
        Object unused = what.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private MailClient client() {
        MailClient open = client;
        if (open == null) {
            open = clients.get();
            client = open;
        }
        return open;
    }

    @Override
    public void close() {
        MailClient open = client;
        client = null;
        if (open != null) {
            // Whatever hangs is ended by its idle timeout.
            open.close();
        }
    }
}

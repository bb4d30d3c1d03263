package org.kongdee.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.mail.MailAttachment;
import io.vertx.ext.mail.MailMessage;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.notification.delivery.ScriptedSmtpServer.Door;

/** What this side can tell about a dialogue, by how the server behaves. */
@ParameterizedClass
@EnumSource(
        value = Door.class,
        names = {"OPEN", "PIPELINING"})
@Tag("slow")
class ConversationTest {

    private static final Vertx VERTX = Vertx.vertx();

    @Parameter private Door door = Door.OPEN;

    private @Nullable ScriptedSmtpServer started;
    private @Nullable Conversation begun;

    @AfterEach
    void close() {
        if (begun != null) {
            begun.close();
        }
        server().close();
    }

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private ScriptedSmtpServer server() {
        if (started == null) {
            started = new ScriptedSmtpServer(door);
        }
        return started;
    }

    private Conversation conversation() {
        if (begun == null) {
            begun = conversationWith(server());
        }
        return begun;
    }

    private static Conversation conversationWith(ScriptedSmtpServer server) {
        MailServer mails = MailServers.of(VERTX, Map.of("port", Integer.toString(server.port())));
        return new Conversation(mails::connect, mails.patience());
    }

    private SendResult send(String to) throws InterruptedException {
        return send(conversation(), to);
    }

    private static SendResult send(Conversation conversation, String to)
            throws InterruptedException {
        Gate gate = new Gate(Buffer.buffer("BEGIN:VCALENDAR"));
        return conversation.send(mail(to, gate), gate, () -> true);
    }

    private static MailMessage mail(String to, Gate gate) {
        return new MailMessage()
                .setFrom("kongdee@slk.example")
                .setTo(to)
                .setSubject("x")
                .setText("ข้อความ\n".repeat(2000))
                .setAttachment(
                        MailAttachment.create().setName("x.ics").setStream(gate).setSize(15));
    }

    @Test
    void takesAnAcceptedMailAsSent() throws Exception {
        assertThat(send("good@slk.example")).isInstanceOf(SendResult.Sent.class);
        assertThat(server().arrived()).hasSize(1);
    }

    @Test
    void sendsManyMailsOverOneConnection() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(send("good%d@slk.example".formatted(i))).isInstanceOf(SendResult.Sent.class);
        }
        assertThat(server().arrived()).hasSize(20);
        assertThat(server().connections()).isEqualTo(1);
    }

    @Test
    void takesARefusedAddressAsFinalWithTheServersWords() throws Exception {
        assertThat(send("refuse@slk.example"))
                .isEqualTo(new SendResult.Refused("550 5.1.1 no such user"));
    }

    @Test
    void takesARefusalOfDataAsFinal() throws Exception {
        assertThat(send("nodata@slk.example"))
                .isEqualTo(new SendResult.Refused("554 5.5.1 no valid recipients"));
    }

    @Test
    void takesARefusalAfterDataAsFinal() throws Exception {
        assertThat(send("full@slk.example"))
                .isEqualTo(new SendResult.Refused("552 5.2.2 mailbox full"));
    }

    @Test
    void comesAgainAfterATemporaryRefusal() throws Exception {
        assertThat(send("later@slk.example"))
                .isEqualTo(new SendResult.Deferred("451 4.3.0 come again"));
    }

    @Test
    void comesAgainAfterATemporaryRefusalOfTheWholeMail() throws Exception {
        assertThat(send("grey@slk.example"))
                .isEqualTo(new SendResult.Deferred("450 4.2.0 greylisted"));
    }

    @Test
    void leavesAServerAloneThatIsClosing() throws Exception {
        assertThat(send("closing@slk.example"))
                .isEqualTo(new SendResult.Unreachable("421 4.3.2 closing"));
    }

    @Test
    void comesAgainWhenTheServerHangsBeforeData() throws Exception {
        assertThat(send("hang@slk.example"))
                .isInstanceOfSatisfying(
                        SendResult.Lost.class,
                        lost -> assertThat(lost.reply()).startsWith("connection lost before DATA"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hangup", "mute"})
    void isInDoubtWhenTheConnectionIsLostAfterData(String how) throws Exception {
        assertThat(send(how + "@slk.example"))
                .isInstanceOfSatisfying(
                        SendResult.Unconfirmed.class,
                        doubt ->
                                assertThat(doubt.reply()).startsWith("connection lost after DATA"));
        assertThat(server().arrived()).hasSize(1);
    }

    /**
     * What the server has of a mail without its end, it throws away; here that is in doubt if all
     * had been handed to the network by then.
     */
    @Test
    void isNotSentWhenTheConnectionIsLostInTheMiddleOfTheMail() throws Exception {
        assertThat(send("cut@slk.example"))
                .isInstanceOfAny(SendResult.Lost.class, SendResult.Unconfirmed.class);
        assertThat(server().arrived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refuse", "later", "full", "grey", "nodata", "closing", "hang", "hangup", "mute",
                "cut"
            })
    void sendsTheNextMailAfterATroubledOne(String trouble) throws Exception {
        SendResult unused = send(trouble + "@slk.example");

        assertThat(send("good@slk.example")).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void asksBeforeTheEndOfTheMailAndSendsNothingWithoutAYes() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Gate gate = new Gate(Buffer.buffer("x"));

        SendResult outcome =
                conversation()
                        .send(
                                mail("good@slk.example", gate),
                                gate,
                                () -> asked.incrementAndGet() > 1);

        assertThat(outcome).isInstanceOf(SendResult.NotOurs.class);
        assertThat(asked).hasValue(1);
        // The connection is not kept, neither here nor there.
        await().until(() -> server().open() == 0);
        assertThat(server().arrived()).isEmpty();
    }

    @Test
    void asksOnlyWhenTheServerIsReadyForTheMail() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        for (String refused : new String[] {"refuse", "later", "nodata", "hang"}) {
            Gate gate = new Gate(Buffer.buffer("x"));
            SendResult unused =
                    conversation()
                            .send(
                                    mail(refused + "@slk.example", gate),
                                    gate,
                                    () -> asked.incrementAndGet() > 0);
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void theMailIsNotEndedBeforeTheAnswerIsYes() throws Exception {
        CountDownLatch decided = new CountDownLatch(1);
        Gate gate = new Gate(Buffer.buffer("x"));
        Thread sender =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        SendResult unused =
                                                conversation()
                                                        .send(
                                                                mail("good@slk.example", gate),
                                                                gate,
                                                                () -> waited(decided));
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                });
        gate.reached().join();
        assertThat(server().inDoubt()).containsExactly("good@slk.example");
        assertThat(server().arrived()).isEmpty();

        decided.countDown();

        sender.join();
        assertThat(server().arrived()).hasSize(1);
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"SLAMMED", "SILENT"})
    void givesUpOnAServerThatDoesNotGreet(Door closed) throws Exception {
        try (ScriptedSmtpServer dumb = new ScriptedSmtpServer(closed);
                Conversation none = conversationWith(dumb)) {
            assertThat(send(none, "good@slk.example"))
                    .isInstanceOfSatisfying(
                            SendResult.Lost.class,
                            lost ->
                                    assertThat(lost.reply())
                                            .startsWith("connection lost before DATA"));
            // The next one does not wait for the connection that hangs.
            assertThat(send(none, "good@slk.example")).isInstanceOf(SendResult.Lost.class);
        }
    }

    @Test
    void saysWhyItIsTurnedAway() throws Exception {
        try (ScriptedSmtpServer shut = new ScriptedSmtpServer(Door.TURNED_AWAY);
                Conversation none = conversationWith(shut)) {
            assertThat(send(none, "good@slk.example"))
                    .isInstanceOfSatisfying(
                            SendResult.Unreachable.class,
                            why -> assertThat(why.reply()).contains("554 5.7.1 not you"));
        }
    }

    @Test
    void aWrongPasswordIsNoFaultOfTheMail() throws Exception {
        try (ScriptedSmtpServer locked = new ScriptedSmtpServer(Door.LOCKED)) {
            MailServer mails =
                    MailServers.of(
                            VERTX,
                            Map.of(
                                    "port",
                                    Integer.toString(locked.port()),
                                    "username",
                                    "kongdee",
                                    "password",
                                    "wrong"));
            try (Conversation none = new Conversation(mails::connect, mails.patience())) {
                assertThat(send(none, "good@slk.example"))
                        .isInstanceOfSatisfying(
                                SendResult.Unreachable.class,
                                why -> assertThat(why.reply()).contains("535 5.7.8"));
            }
        }
    }

    @Test
    void saysWhyThereIsNoConnection() throws Exception {
        // Nothing listens on port 1.
        MailServer nowhere = MailServers.of(VERTX, Map.of("port", "1"));
        try (Conversation none = new Conversation(nowhere::connect, nowhere.patience())) {
            assertThat(send(none, "good@slk.example"))
                    .isInstanceOfSatisfying(
                            SendResult.Unreachable.class,
                            why -> assertThat(why.reply()).contains("127.0.0.1"));
        }
    }
}

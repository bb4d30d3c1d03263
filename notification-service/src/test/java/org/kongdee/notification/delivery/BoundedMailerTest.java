package org.kongdee.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kongdee.notification.LocalStack;
import org.kongdee.notification.delivery.ScriptedSmtpServer.Door;

/** What {@code MailTemplate}s are sent by. */
@QuarkusTest
@LocalStack
class BoundedMailerTest {

    @Inject Vertx vertx;

    private BoundedMailer mailerOf(ScriptedSmtpServer server) {
        return new BoundedMailer(
                MailServers.of(vertx, Map.of("port", Integer.toString(server.port()))));
    }

    private static Mail mail(String to) {
        return Mail.withText(to, "x", "x").setFrom("kongdee@slk.example");
    }

    /** Looked up as templates do: an injection point here would be what keeps the bean. */
    @Test
    void isTheOneThatTemplatesUse() {
        ReactiveMailer used = Arc.container().instance(ReactiveMailer.class).get();

        assertThat(ClientProxy.unwrap(used)).isInstanceOf(BoundedMailer.class);
    }

    @Test
    void sendsAndKeepsNoConnection() throws Exception {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            BoundedMailer mailer = mailerOf(server);

            mailer.send(mail("good@slk.example"), mail("better@slk.example"))
                    .await()
                    .atMost(Duration.ofSeconds(10));

            assertThat(server.arrived()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"SLAMMED", "SILENT"})
    void givesUpOnAServerThatDoesNotGreet(Door door) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer(door)) {
            BoundedMailer mailer = mailerOf(server);

            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(
                                () ->
                                        mailer.send(mail("good@slk.example"))
                                                .await()
                                                .atMost(Duration.ofSeconds(10)))
                        .isInstanceOf(TimeoutException.class);
            }
        }
    }
}

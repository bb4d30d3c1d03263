package org.kongdee.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kongdee.notification.delivery.SmtpConfig.Encryption;

/** Mail goes over TLS to a server that can show who it is, and to no other. */
class SmtpEncryptionTest {

    private static final String PASSWORD = "changeit";
    private static final String SETTING = "greenmail.tls.keystore.";

    @TempDir static Path folder;
    private static Path keys;

    private final SSLContext before = defaultContext();
    private GreenMail server;

    /** GreenMail reads its keys once for all: a certificate for "localhost". */
    @BeforeAll
    static void makeKeys() throws Exception {
        keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "RSA",
                "-dname",
                "CN=mail",
                "-ext",
                "san=dns:localhost");
        System.setProperty(SETTING + "file", keys.toString());
        System.setProperty(SETTING + "password", PASSWORD);
    }

    @BeforeEach
    void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        SSLContext.setDefault(before);
    }

    @Test
    void sendsToTheServerThatTheCertificateNames() throws Exception {
        trust(keys);

        assertThat(send("localhost")).isInstanceOf(SendResult.Sent.class);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void talksToNoServerOfAnotherName() throws Exception {
        trust(keys);

        assertThatThrownBy(() -> send("127.0.0.1")).isInstanceOf(MessagingException.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void talksToNoServerThatNobodyVouchesFor() {
        assertThatThrownBy(() -> send("localhost"))
                .isInstanceOf(MessagingException.class)
                .hasCauseInstanceOf(SSLHandshakeException.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    private SendResult send(String host) throws MessagingException {
        var smtp = new TestSmtp(host, server.getSmtps().getPort(), Encryption.TLS);
        try (var connection = new SmtpConnection(smtp, "kongdee@slk.example")) {
            connection.open();
            var mail = new MimeMessage(connection.session());
            mail.setText("x");
            mail.saveChanges();
            return connection.send(mail, new InternetAddress("head@slk.example"), () -> true);
        }
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                                .toString(),
                                        "-keystore",
                                        keys.toString(),
                                        "-storetype",
                                        "PKCS12",
                                        "-storepass",
                                        PASSWORD),
                                Stream.of(arguments))
                        .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static void trust(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        // Its certificate, as one of an authority.
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("mail", store.getCertificate("mail"));
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    private static SSLContext defaultContext() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException everyJdkHasOne) {
            throw new IllegalStateException(everyJdkHasOne);
        }
    }
}

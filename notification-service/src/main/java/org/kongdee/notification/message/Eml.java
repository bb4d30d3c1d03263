package org.kongdee.notification.message;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.mailencoder.EncodedPart;
import io.vertx.ext.mail.mailencoder.MailEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A mail as a file, message/rfc822: what the mail client says after DATA. (Its own {@code encode}
 * leaves out the ends of the parts.)
 */
final class Eml {

    private static final String END = "\r\n";

    private Eml() {}

    static byte[] of(MailMessage mail) {
        StringBuilder file = new StringBuilder();
        write(file, new MailEncoder(mail, "localhost").encodeMail());
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void write(StringBuilder file, EncodedPart part) {
        part.headers()
                .forEach(
                        header ->
                                file.append(header.getKey())
                                        .append(": ")
                                        .append(header.getValue())
                                        .append(END));
        file.append(END);
        if (part.parts() == null) {
            part.body().lines().forEach(line -> file.append(line).append(END));
            return;
        }
        for (EncodedPart inner : part.parts()) {
            file.append("--").append(part.boundary()).append(END);
            write(file, inner);
        }
        file.append("--").append(part.boundary()).append("--").append(END);
    }
}

package org.kongdee.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call that answers with a file, which is never whole in memory. */
public class FileCall {

    private static final Pattern NAME =
            Pattern.compile("filename\\*=UTF-8''([^;]+)", Pattern.CASE_INSENSITIVE);

    protected final Request request;
    private final String media;

    public FileCall(Request request, String media) {
        this.request = request;
        this.media = media;
    }

    /** The bytes as they arrive; close them. */
    public Answer<InputStream> open() {
        return request.stream(media);
    }

    /** Writes them to this file, which is there in whole or not at all. */
    public Answer<Path> to(Path file) {
        Answer<InputStream> answer = open();
        try (InputStream bytes = answer.body()) {
            Path folder = file.toAbsolutePath().getParent();
            Path partial = Files.createTempFile(folder, ".download", null);
            try {
                Files.copy(bytes, partial, StandardCopyOption.REPLACE_EXISTING);
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw new ConnectionException(request + ": " + e.getMessage(), e);
        }
        return new Answer<>(answer.status(), answer.headers(), file);
    }

    /** The name that the file was filed under. */
    public static Optional<String> name(Answer<?> answer) {
        Matcher name = NAME.matcher(answer.headers().firstValue("Content-Disposition").orElse(""));
        return name.find()
                ? Optional.of(
                        // A plus stands for itself here.
                        URLDecoder.decode(
                                name.group(1).replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}

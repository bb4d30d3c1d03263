package org.kongdee.stack.inbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.kongdee.stack.files.PrivateFiles;

/**
 * Received messages, one {@code .eml} file for each recipient, numbered in the order of arrival.
 * {@code Delivered-To} names the recipient of the envelope, which the headers of the message itself
 * need not.
 */
public final class Inbox {

    private static final String SUFFIX = ".eml";

    private final Path folder;
    private final AtomicInteger last;

    public Inbox(Path folder) throws IOException {
        this.folder = PrivateFiles.folder(folder);
        this.last = new AtomicInteger(numbers().stream().mapToInt(n -> n).max().orElse(0));
    }

    void add(String recipient, byte[] message) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(("Delivered-To: " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
        whole.write(message);
        PrivateFiles.write(file(last.incrementAndGet()), whole.toByteArray());
    }

    /** All messages, the newest first. */
    public List<ReceivedMail> list() throws IOException {
        return numbers().stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(n -> find(n).stream())
                .toList();
    }

    public Optional<ReceivedMail> find(int number) {
        try {
            return Optional.of(
                    ReceivedMail.parse(
                            number,
                            Files.readAllBytes(file(number)),
                            Files.getLastModifiedTime(file(number)).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Integer> numbers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{1,9}\\.eml"))
                    .map(
                            name ->
                                    Integer.valueOf(
                                            name.substring(0, name.length() - SUFFIX.length())))
                    .toList();
        }
    }

    private Path file(int number) {
        return folder.resolve(number + SUFFIX);
    }
}

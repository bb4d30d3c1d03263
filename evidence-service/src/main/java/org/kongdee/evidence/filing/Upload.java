package org.kongdee.evidence.filing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.kongdee.evidence.content.ContentStatus;
import org.kongdee.evidence.file.FileLimits;
import org.kongdee.evidence.file.FileName;
import org.kongdee.evidence.file.FileType;
import org.kongdee.evidence.file.TypeDetector;
import org.kongdee.evidence.item.NewFile;
import org.kongdee.evidence.storage.Incoming;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.Text;

/**
 * One upload while it arrives: first its metadata, then its files, which go straight into the
 * storage and are looked at before anybody may rely on them. Closing forgets all that was not kept.
 */
final class Upload implements Closeable {

    private static final Logger LOG = Logger.getLogger(Upload.class);
    private static final int MAX_METADATA = 256 * 1024;
    private static final String METADATA = "metadata";
    private static final String FILE = "file";

    private final UUID id = UUID.randomUUID();
    private final List<Incoming> incoming = new ArrayList<>();
    private final List<NewFile> files = new ArrayList<>();
    private final MultipartBody body;
    private final FileLimits limits;
    private final ContentStatus first;

    /**
     * @param first the state that its files begin with
     */
    Upload(MultipartBody body, FileLimits limits, ContentStatus first) {
        this.body = body;
        this.limits = limits;
        this.first = first;
    }

    UUID id() {
        return id;
    }

    List<NewFile> files() {
        return List.copyOf(files);
    }

    List<Incoming> incoming() {
        return List.copyOf(incoming);
    }

    Set<Sha256> digests() {
        var digests = new HashSet<Sha256>();
        files.forEach(file -> digests.add(file.sha256()));
        return digests;
    }

    /**
     * The metadata, as JSON: they come first, so that an upload that will be refused need not be
     * received.
     */
    byte[] metadata() throws IOException {
        Optional<MultipartBody.Part> first = body.next();
        if (first.isEmpty() || !first.get().field().equals(METADATA)) {
            throw Malformed.body(
                    Message.of("The first part is 'metadata' (JSON); the parts 'file' follow it."));
        }
        var json = new ByteArrayOutputStream();
        body.copyTo(
                new Bounded(
                        json,
                        MAX_METADATA,
                        new TooLarge(
                                "metadata-too-large",
                                Message.of("The metadata have at most %,d bytes.", MAX_METADATA))));
        return json.toByteArray();
    }

    /** Receives all files into the storage and looks what they are. */
    void receive(Storage storage, TypeDetector detector) throws IOException {
        long left = limits.maxItem().asLongValue();
        for (Optional<MultipartBody.Part> part = body.next();
                part.isPresent();
                part = body.next()) {
            if (!part.get().field().equals(FILE)) {
                throw Malformed.body(
                        Message.of(
                                "The part '%s' is not known here; expected are parts named 'file'.",
                                part.get().field()));
            }
            if (files.size() == limits.maxCount()) {
                throw tooManyFiles(limits);
            }
            String name = part.get().fileName().orElse("");
            Incoming bytes = storage.receive();
            incoming.add(bytes);
            body.copyTo(bounded(bytes, left, name));
            Sha256 digest = bytes.complete();
            left -= bytes.size();
            files.add(identify(detector, bytes, digest, name));
        }
        if (files.isEmpty()) {
            throw Malformed.body(
                    Message.of(
                            "A part 'file' is missing; evidence of a link or of copied files alone is sent as JSON, to the path without /files."));
        }
    }

    private OutputStream bounded(OutputStream target, long leftOfItem, String sent) {
        long maxFile = limits.maxFile().asLongValue();
        return maxFile <= leftOfItem
                ? new Bounded(target, maxFile, fileTooLarge(sent, maxFile))
                : new Bounded(target, leftOfItem, itemTooLarge(limits));
    }

    /** Of many files it says which. */
    private TooLarge fileTooLarge(String sent, long most) {
        Message detail =
                Message.of(
                        "The file '%s' is too large; a file has at most %,d bytes.",
                        FileName.of(sent), most);
        return new TooLarge("file-too-large", detail, List.of(FieldError.at(pointer(), detail)));
    }

    static TooLarge tooManyFiles(FileLimits limits) {
        return new TooLarge(
                "too-many-files", Message.of("An item has at most %d files.", limits.maxCount()));
    }

    static TooLarge itemTooLarge(FileLimits limits) {
        return new TooLarge(
                "item-too-large",
                Message.of(
                        "An item with all its files has at most %,d bytes.",
                        limits.maxItem().asLongValue()));
    }

    /** Where the file stands that arrives. */
    private String pointer() {
        return "/file/%d".formatted(files.size());
    }

    private NewFile identify(TypeDetector detector, Incoming bytes, Sha256 digest, String sent)
            throws IOException {
        String legible = Text.legible(sent);
        try (SeekableByteChannel again = bytes.reread()) {
            return switch (detector.detect(again, FileName.of(sent))) {
                case FileType.Taken(String mediaType, FileName name) ->
                        new NewFile(
                                name.value(),
                                legible.isEmpty() ? null : legible,
                                mediaType,
                                bytes.size(),
                                digest,
                                first == ContentStatus.SCANNING);
                case FileType.Refused(String slug, Message reason) ->
                        throw RuleBroken.at(slug, pointer(), reason);
            };
        }
    }

    @Override
    public void close() {
        for (Incoming one : incoming) {
            try {
                one.close();
            } catch (IOException e) {
                LOG.warnf(e, "could not clear an upload; the sweep will");
            }
        }
    }

    /** Lets no more than so many bytes through. */
    private static final class Bounded extends OutputStream {

        private final OutputStream target;
        private final TooLarge refusal;
        private long left;

        Bounded(OutputStream target, long left, TooLarge refusal) {
            this.target = target;
            this.left = left;
            this.refusal = refusal;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw refusal;
            }
            target.write(bytes, offset, length);
        }
    }
}

package org.kongdee.evidence.filing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentService;
import org.kongdee.evidence.content.FirstStatus;
import org.kongdee.evidence.file.FileLimits;
import org.kongdee.evidence.file.TypeDetector;
import org.kongdee.evidence.filing.FilingService.Kept;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.evidence.storage.StorageFullException;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.problem.JsonFaults;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.StorageFull;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.problem.Violations;
import org.kongdee.web.text.Message;

/**
 * Takes multipart uploads: checks the metadata before any file is received, receives the files into
 * the storage, makes them durable, and only then files the item, in one transaction. Whatever fails
 * on the way leaves nothing behind.
 */
@ApplicationScoped
class Uploads {

    private static final Logger LOG = Logger.getLogger(Uploads.class);

    private final Storage storage;
    private final TypeDetector detector;
    private final FileLimits limits;
    private final ContentService contents;
    private final FirstStatus first;
    private final Idempotency idempotency;
    private final ObjectMapper mapper;
    private final Validator validator;

    Uploads(
            Storage storage,
            TypeDetector detector,
            FileLimits limits,
            ContentService contents,
            FirstStatus first,
            Idempotency idempotency,
            ObjectMapper mapper,
            Validator validator) {
        this.storage = storage;
        this.detector = detector;
        this.limits = limits;
        this.contents = contents;
        this.first = first;
        this.idempotency = idempotency;
        this.mapper = mapper;
        this.validator = validator;
    }

    /** What is sent, for the comparison of two requests with one idempotency key. */
    private record Sent(FileEvidence metadata, List<String> files) {}

    RestResponse<ItemView> receive(
            InputStream body,
            @Nullable String contentType,
            Consumer<FileEvidence> check,
            BiFunction<FileEvidence, Kept, RestResponse<ItemView>> file) {
        try (var upload =
                new Upload(MultipartBody.read(body, contentType), limits, first.status())) {
            FileEvidence evidence = read(upload.metadata());
            check.accept(evidence);
            upload.receive(storage, detector);
            var kept = new Kept(upload.id(), upload.files());
            boolean filed = false;
            try {
                contents.keep(upload.id(), upload.incoming());
                RestResponse<ItemView> response =
                        idempotency.once(
                                new Sent(evidence, kept.digests()),
                                () -> file.apply(evidence, kept));
                filed = true;
                return response;
            } finally {
                // Also after success: a replayed answer has filed nothing and must not hold on.
                if (!filed || idempotency.asked()) {
                    contents.dropped(upload.id(), upload.digests());
                }
            }
        } catch (StorageFullException e) {
            LOG.errorf(e, "an upload was refused");
            throw new StorageFull(
                    Message.of("There is no room for this upload; nothing of it was kept."));
        } catch (IOException e) {
            LOG.errorf(e, "an upload failed");
            throw new Unavailable(
                    Message.of(
                            "The evidence storage does not answer; nothing was kept. Try again."));
        }
    }

    private FileEvidence read(byte[] json) {
        FileEvidence evidence;
        try {
            evidence = mapper.readValue(json, FileEvidence.class);
        } catch (JsonProcessingException e) {
            throw JsonFaults.fault(e);
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        if (evidence == null) {
            throw Malformed.body(Message.of("The metadata are null; a JSON object is expected."));
        }
        Set<ConstraintViolation<FileEvidence>> violations = validator.validate(evidence);
        if (!violations.isEmpty()) {
            throw Violations.fault(violations);
        }
        return evidence;
    }
}

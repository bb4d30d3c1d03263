package org.kongdee.evidence.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.UUID;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.file.ByteRange;
import org.kongdee.evidence.file.FileName;
import org.kongdee.evidence.item.FileRepository.UnitFile;
import org.kongdee.evidence.storage.Sha256;
import org.kongdee.evidence.storage.Storage;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Forbidden;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.problem.OutOfRange;
import org.kongdee.web.security.Caller;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

/**
 * Gives a file to whoever may have it: inert (an attachment, of the type that was found, in a
 * sandbox), in whole or in part, and without passing through this program's memory where it lies in
 * a local file.
 */
@ApplicationScoped
class FileDelivery {

    private final ItemSearch search;
    private final Storage storage;
    private final Caller caller;

    FileDelivery(ItemSearch search, Storage storage, Caller caller) {
        this.search = search;
        this.storage = storage;
        this.caller = caller;
    }

    Response deliver(
            UUID id,
            int number,
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch) {
        Available file = available(id, number);
        if (ifNoneMatch != null && names(ifNoneMatch, file.etag())) {
            return headers(Response.notModified(), file).build();
        }
        boolean sameAsBefore = ifRange == null || ifRange.strip().equals(file.etag());
        return switch (ByteRange.of(sameAsBefore ? range : null, file.size())) {
            case ByteRange.Whole _ -> body(Response.ok(), file, 0, file.size());
            case ByteRange.Part(long offset, long length) ->
                    body(
                            Response.status(206)
                                    .header(
                                            "Content-Range",
                                            "bytes %d-%d/%d"
                                                    .formatted(
                                                            offset,
                                                            offset + length - 1,
                                                            file.size())),
                            file,
                            offset,
                            length);
            case ByteRange.Unsatisfiable _ ->
                    throw new OutOfRange(
                            file.size(),
                            Message.of(
                                    "The file has %,d bytes and none of the range '%s'.",
                                    file.size(), range));
        };
    }

    Response describe(UUID id, int number) {
        Available file = available(id, number);
        return headers(Response.ok(), file).header(HttpHeaders.CONTENT_LENGTH, file.size()).build();
    }

    /** A file that may be given out. */
    private record Available(Sha256 sha256, FileName name, String mediaType, long size) {
        String etag() {
            return ETags.of(sha256.hex());
        }
    }

    private Available available(UUID id, int number) {
        UnitFile found = search.visibleFile(id, number);
        if (!caller.isAny(Roles.ASSESSOR, Roles.ORGANISER) && !caller.isOf(found.unit())) {
            throw new Forbidden(Message.of("Officers open the files of their own unit only."));
        }
        FileView file =
                found.file()
                        .orElseThrow(
                                () ->
                                        new NotFound(
                                                Message.of(
                                                        "The evidence '%s' has no file %d.",
                                                        id, number)));
        if (file.sha256() == null || file.name() == null) {
            throw new Conflict("file-purged", Message.of("The file was purged."));
        }
        if (file.status() == null || !file.status().isGiven()) {
            throw unavailable(file);
        }
        return new Available(
                file.sha256(), new FileName(file.name()), file.mediaType(), file.size());
    }

    private static Conflict unavailable(FileView file) {
        return switch (file.status()) {
            case SCANNING ->
                    new Conflict(
                            "file-scanning",
                            Message.of("The file waits for its virus scan; try again shortly."));
            case QUARANTINED ->
                    new Conflict(
                            "file-quarantined",
                            Message.of("The antivirus objects to the file: %s.", file.note()));
            case DAMAGED ->
                    new Conflict(
                            "file-damaged",
                            Message.of("The stored file is damaged: %s.", file.note()));
            case UNSCANNED, CLEAN -> throw new IllegalStateException("such a file is available");
            case null -> throw new IllegalStateException("a file with bytes has a state");
        };
    }

    private Response body(ResponseBuilder response, Available file, long offset, long length) {
        Object entity =
                storage.localFile(file.sha256())
                        .filter(Files::exists)
                        .<Object>map(path -> new PathPart(path, offset, length))
                        .orElseGet(() -> stream(file, offset, length));
        return headers(response, file)
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .entity(entity)
                .build();
    }

    private StreamingOutput stream(Available file, long offset, long length) {
        return out -> {
            try (InputStream in = storage.open(file.sha256(), offset, length)) {
                long unused = in.transferTo(out);
            }
        };
    }

    private static ResponseBuilder headers(ResponseBuilder response, Available file) {
        return response.type(file.mediaType())
                .header(HttpHeaders.ETAG, file.etag())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, file.name().asAttachment())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static boolean names(String ifNoneMatch, String etag) {
        return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag);
    }
}

package org.kongdee.web.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.Conflict;
import org.kongdee.web.problem.Fault;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.Problem;
import org.kongdee.web.problem.Problems;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.security.Caller;
import org.kongdee.web.text.Language;
import org.kongdee.web.text.Message;

/**
 * Does a POST once per {@code Idempotency-Key}. The key is written in the change's own transaction,
 * with its answer: either both are there or neither. A repetition within 24 hours gets the recorded
 * answer; a twin that arrives while the first one runs waits for it. Answers 2xx, 409 and 422 are
 * kept; any other leaves the key free, since the same request may then do better. Keys belong to a
 * caller, who is a subject of a unit, and to a path; another body under the same key is refused.
 *
 * <p>Answers are kept gzipped; of one that is over a mebibyte even so, its {@link Summary} is. A
 * caller has so many keys, and so much of answers, in 24 hours ({@link IdempotencyConfig}).
 */
@ApplicationScoped
public class Idempotency {

    public static final String HEADER = "Idempotency-Key";
    public static final String REPLAYED = "Idempotency-Replayed";

    /** For contracts. */
    public static final String DESCRIPTION =
            "Makes a repetition harmless: the same key, caller and body within 24 hours gets the recorded answer, or a summary of a very long one";

    /** Visible ASCII. */
    public static final String PATTERN = "^[\\x21-\\x7E]{1,128}$";

    private static final Pattern KEY = Pattern.compile(PATTERN);

    /** Of one answer, gzipped. */
    private static final int MOST_BYTES = 1 << 20;

    private final IdempotencyRepository repository;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final HttpServerRequest request;

    Idempotency(
            IdempotencyRepository repository,
            ObjectMapper mapper,
            Caller caller,
            HttpServerRequest request) {
        this.repository = repository;
        this.mapper = mapper;
        this.caller = caller;
        this.request = request;
    }

    /**
     * Runs {@code change}, or answers as it answered before.
     *
     * @param body what the caller sent, as read; two bodies that read the same are the same
     * @param change does the work in one transaction and makes the answer; without a key it simply
     *     runs
     */
    public <T> RestResponse<T> once(@Nullable Object body, Supplier<RestResponse<T>> change) {
        String key = request.getHeader(HEADER);
        if (key == null) {
            return change.get();
        }
        return once(key, json(body), change);
    }

    /** The same for a body that is kept as it came. */
    public <T> RestResponse<T> onceBytes(byte[] body, Supplier<RestResponse<T>> change) {
        String key = request.getHeader(HEADER);
        return key == null ? change.get() : once(key, body, change);
    }

    /** Whether the request under way carries a key. */
    public boolean asked() {
        return request.getHeader(HEADER) != null;
    }

    /**
     * Lets the recorded answers that hold a resource hold this from now on: what must be forgotten
     * is not kept for those who may ask again. Belongs into the transaction that forgets.
     *
     * @param path of the resource; answers with this Location, and of POSTs below it
     */
    public void rewrite(String path, Object resource, String etag) {
        repository.rewrite(
                path, Gzipped.of(writing(resource), Integer.MAX_VALUE).orElseThrow(), etag);
    }

    private <T> RestResponse<T> once(String key, byte[] body, Supplier<RestResponse<T>> change) {
        if (!KEY.matcher(key).matches()) {
            throw Malformed.parameter(
                    HEADER, Message.of("Idempotency-Key has 1 to 128 visible ASCII characters."));
        }
        var claim =
                new Claim(
                        caller.subject(),
                        caller.unit().orElse(""),
                        request.method() + " " + request.uri(),
                        key,
                        sha256(body));
        try {
            return QuarkusTransaction.requiringNew().call(() -> claimed(claim, change));
        } catch (Conflict | RuleBroken kept) {
            if (claim.mine) {
                QuarkusTransaction.requiringNew()
                        .run(() -> repository.keepRefusal(claim, refusal(kept)));
            }
            throw kept;
        }
    }

    private <T> RestResponse<T> claimed(Claim claim, Supplier<RestResponse<T>> change) {
        switch (repository.claim(claim)) {
            case MINE -> claim.mine = true;
            case TAKEN -> {
                return replay(claim, IdempotencyRepository::inProgress);
            }
            case NO_ROOM -> {
                // What is kept is answered all the same.
                return replay(claim, () -> repository.noRoom(claim));
            }
        }
        RestResponse<T> response = change.get();
        if (response.getStatus() < 300) {
            repository.answer(claim, recorded(response));
        }
        return response;
    }

    private <T> RestResponse<T> replay(Claim claim, Supplier<Fault> otherwise) {
        Recorded answer = repository.find(claim).orElseThrow(otherwise);
        if (!answer.bodyHash().equals(claim.bodyHash)) {
            throw new RuleBroken(
                    "idempotency-key-reused",
                    Message.of(
                            "This Idempotency-Key was used with another body within 24 hours; use a new key."));
        }
        ResponseBuilder<T> response =
                ResponseBuilder.<T>create(answer.status())
                        .header(REPLAYED, answer.summary() ? "summary" : "true");
        if (answer.contentType() != null) {
            // No T again but its JSON, which is sent as it is: a string, because the writer that
            // was chosen for T would take bytes for something to encode.
            @SuppressWarnings("unchecked")
            T body = (T) Gzipped.text(answer.body());
            response.type(answer.contentType()).entity(body);
        }
        if (answer.etag() != null) {
            response.header("ETag", answer.etag());
        }
        if (answer.location() != null) {
            response.header("Location", answer.location());
        }
        return response.build();
    }

    private Recorded recorded(RestResponse<?> response) {
        return recorded(
                response.getStatus(),
                response.getMediaType() == null
                        ? MediaType.APPLICATION_JSON
                        : response.getMediaType().toString(),
                response.getHeaderString("ETag"),
                response.getHeaderString("Location"),
                response.getEntity());
    }

    private Recorded refusal(Fault fault) {
        Language language = Language.preferred(request.getHeader("Accept-Language"));
        Problem problem = Problems.problem(fault, language, request.path());
        return recorded(problem.status(), Problem.MEDIA_TYPE, null, null, problem);
    }

    private Recorded recorded(
            int status,
            String contentType,
            @Nullable String etag,
            @Nullable String location,
            @Nullable Object body) {
        Optional<byte[]> whole = Gzipped.of(writing(body), MOST_BYTES);
        Object kept = whole.isPresent() ? body : Summary.of(body, contentType);
        return new Recorded(
                "",
                status,
                kept == null ? null : contentType,
                etag,
                location,
                whole.orElseGet(() -> Gzipped.of(writing(kept), MOST_BYTES).orElseThrow()),
                whole.isEmpty());
    }

    private Gzipped.Writer writing(@Nullable Object body) {
        return out -> {
            if (body instanceof byte[] bytes) {
                out.write(bytes);
            } else if (body != null) {
                mapper.writeValue(out, body);
            }
        };
    }

    private byte[] json(@Nullable Object value) {
        if (value == null) {
            return new byte[0];
        }
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getName(), e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One request's hold on a key. */
    static final class Claim {
        final String caller;
        final String unit;
        final String operation;
        final String key;
        final String bodyHash;
        boolean mine;

        Claim(String caller, String unit, String operation, String key, String bodyHash) {
            this.caller = caller;
            this.unit = unit;
            this.operation = operation;
            this.key = key;
            this.bodyHash = bodyHash;
        }
    }

    /**
     * An answer as it was given.
     *
     * @param contentType null if it has no body
     * @param body gzipped
     * @param summary whether it was too long to be kept, and this is its summary
     */
    record Recorded(
            String bodyHash,
            int status,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String location,
            byte[] body,
            boolean summary) {}
}

package org.kongdee.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kongdee.stack.token.Role;
import org.kongdee.test.PublishedContract.Operation;

/**
 * Calls the operations of a service with media types that nobody should send and somebody will.
 * What paths name is not there, and bodies cannot be read, so that nothing is changed.
 */
final class OddHeaders {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final String GARBAGE = "%;,=\"/".repeat(900);

    private static final List<String> UNREADABLE_ACCEPT =
            List.of("", " ", ",", ";q=1", "*", "text", "a/b/c", "application/json;q=x", GARBAGE);

    private static final List<String> UNANSWERED_ACCEPT =
            List.of("image/x-none", "text/x-none, image/*;q=0.5", "*/*;q=0");

    /** They cannot be read, but for the last two, which nothing of ours takes. */
    private static final List<String> NOT_TAKEN_TYPES =
            List.of(
                    "",
                    " ",
                    ";",
                    "json",
                    "application/",
                    "a/b/c",
                    "text/csv, text/csv",
                    GARBAGE,
                    "application/x-none",
                    "text/plain");

    private static final List<String> OTHER_TYPES =
            List.of(
                    "application/json;charset=none",
                    "APPLICATION/JSON",
                    "application/x-ndjson",
                    "multipart/form-data",
                    "multipart/form-data;boundary=x");

    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED_TYPE = 415;

    /** A neighbour that is away, as in most tests, is no header's fault. */
    private static final int UNAVAILABLE = 503;

    /** Who may call everything. */
    private static final String TOKEN =
            TestTokens.token(
                    "everybody",
                    Arrays.stream(Role.values()).map(Role::wireName).collect(Collectors.toSet()),
                    "NONE",
                    List.of("rubric-service", "evidence-service", "notification-service"));

    private final URI service;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param service where it runs
     */
    OddHeaders(URI service) {
        this.service = service;
    }

    /** An {@code Accept} that cannot be read is as good as none; another is answered or 406. */
    List<String> acceptFaults(Operation operation) {
        int plain = status(operation, null, "application/json");
        List<String> faults = new ArrayList<>();
        for (String accept : UNREADABLE_ACCEPT) {
            expect("Accept", accept, status(operation, accept, "application/json"), faults, plain);
        }
        for (String accept : UNANSWERED_ACCEPT) {
            int status = status(operation, accept, "application/json");
            expect("Accept", accept, status, faults, plain, NOT_ACCEPTABLE);
        }
        return faults;
    }

    /** A body of no type that is taken is 415; what is wrong with others is the caller's fault. */
    List<String> contentTypeFaults(Operation operation) {
        List<String> faults = new ArrayList<>();
        for (String type : NOT_TAKEN_TYPES) {
            expectUnsupported(operation, type, faults);
        }
        expectUnsupported(operation, null, faults);
        for (String type : OTHER_TYPES) {
            expectNoFailure(type, status(operation, null, type), faults);
        }
        return faults;
    }

    private void expectUnsupported(
            Operation operation, @Nullable String type, List<String> faults) {
        int status = status(operation, null, type);
        if (operation.node().has("requestBody")) {
            expect("Content-Type", type, status, faults, UNSUPPORTED_TYPE);
        } else {
            expectNoFailure(type, status, faults);
        }
    }

    private static void expectNoFailure(@Nullable String type, int status, List<String> faults) {
        if (isFailure(status)) {
            faults.add("Content-Type %s: %d".formatted(type, status));
        }
    }

    private static void expect(
            String header,
            @Nullable String value,
            int status,
            List<String> faults,
            Integer... expected) {
        if (isFailure(status) || !List.of(expected).contains(status)) {
            faults.add("%s %s: %d, not %s".formatted(header, value, status, List.of(expected)));
        }
    }

    private static boolean isFailure(int status) {
        return status >= 500 && status != UNAVAILABLE;
    }

    private int status(Operation operation, @Nullable String accept, @Nullable String type) {
        BodyPublisher body =
                operation.method().equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString("[");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                service.resolve(PLACE.matcher(operation.path()).replaceAll("none")))
                        .header("Authorization", "Bearer " + TOKEN)
                        .method(operation.method(), body);
        if (accept != null) {
            request.header("Accept", accept);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

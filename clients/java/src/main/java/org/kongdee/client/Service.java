package org.kongdee.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kongdee.client.token.TokenException;
import org.kongdee.client.token.TokenProvider;

/**
 * One service over HTTP: sends requests with a token, again where that helps and does no harm, and
 * turns refusals into exceptions.
 */
public final class Service {

    private static final int MOST_OF_A_PROBLEM = 4 << 20;
    private static final int MOST_OF_A_PAGE = 200;

    private final URI base;
    private final HttpClient http;
    private final TokenProvider tokens;
    private final String language;
    private final Retry retry;
    private final Duration patience;

    Service(
            URI base,
            HttpClient http,
            TokenProvider tokens,
            String language,
            Retry retry,
            Duration patience) {
        this.base = base;
        this.http = http;
        this.tokens = tokens;
        this.language = language;
        this.retry = retry;
        this.patience = patience;
    }

    public Request request(String method, String template) {
        return new Request(this, method, template);
    }

    Answer<byte[]> bytes(Request request, String accept) {
        return exchange(request, accept, BodyHandlers.ofByteArray(), ByteArrayInputStream::new);
    }

    Answer<InputStream> stream(Request request, String accept) {
        return exchange(request, accept, BodyHandlers.ofInputStream(), stream -> stream);
    }

    private interface Reader<B> {
        InputStream read(B body);
    }

    private <B> Answer<B> exchange(
            Request request, String accept, BodyHandler<B> handler, Reader<B> reader) {
        String token = null;
        boolean renewed = false;
        for (int number = 1; ; number++) {
            HttpResponse<B> response;
            try {
                token = token == null ? tokens.token() : token;
                response = send(request, accept, token, handler);
            } catch (IOException | TokenException e) {
                if (number >= retry.tries() || !mayHelp(request, e)) {
                    throw e instanceof TokenException told
                            ? told
                            : new ConnectionException(request + ": " + e, e);
                }
                sleep(retry.afterTry(number), request);
                continue;
            }
            int status = response.statusCode();
            if (status / 100 == 2 || status == 304) {
                return new Answer<>(status, response.headers(), response.body());
            }
            var refusal = refusal(request, response, reader);
            if (status == 401 && !renewed && request.body().repeatable()) {
                renewed = true;
                token = tokens.renew(token);
                number--;
                continue;
            }
            Duration wait = refusal.retryAfter().orElse(retry.afterTry(number));
            if (number >= retry.tries()
                    || !mayHelp(request, refusal)
                    || wait.compareTo(retry.longest()) > 0) {
                throw refusal;
            }
            sleep(wait, request);
            token = null;
        }
    }

    private <B> HttpResponse<B> send(
            Request request, String accept, String token, BodyHandler<B> handler)
            throws IOException {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(request.uri(base))
                        .method(request.method(), request.body().bytes().get())
                        .header("Accept", accept + ", application/problem+json")
                        .header("Authorization", "Bearer " + token);
        if (language != null) {
            builder.header("Accept-Language", language);
        }
        if (request.body().media() != null) {
            builder.header("Content-Type", request.body().media());
        }
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<B>> response = http.sendAsync(builder.build(), handler);
        try {
            return request.body().whole()
                    ? response.get(patience.toNanos(), TimeUnit.NANOSECONDS)
                    : response.get();
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("no answer in " + patience.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            response.cancel(true);
            Thread.currentThread().interrupt();
            throw new ConnectionException(request + ": interrupted", e);
        }
    }

    /** What never reached the service may be sent again; after that only what does no harm. */
    private static boolean mayHelp(Request request, Exception fault) {
        if (fault instanceof TokenException) {
            return fault.getCause() instanceof IOException;
        }
        if (!request.body().repeatable()) {
            return false;
        }
        return fault instanceof ConnectException
                || fault instanceof HttpConnectTimeoutException
                || request.harmless();
    }

    private static boolean mayHelp(Request request, ProblemException refusal) {
        if (!request.body().repeatable()) {
            return false;
        }
        return switch (refusal.status()) {
            case 429 -> true;
            case 502, 503, 504 -> request.harmless();
            // The same request is still being done, for a caller who gave up waiting.
            case 409 -> refusal.is("idempotency-in-progress");
            default -> false;
        };
    }

    private static void sleep(Duration wait, Request request) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException(request + ": interrupted", e);
        }
    }

    private static <B> ProblemException refusal(
            Request request, HttpResponse<B> response, Reader<B> reader) {
        byte[] body;
        try (InputStream stream = reader.read(response.body())) {
            body = stream.readNBytes(MOST_OF_A_PROBLEM);
        } catch (IOException e) {
            body = new byte[0];
        }
        return new ProblemException(
                request.toString(),
                problem(response, body),
                retryAfter(response.headers(), Clock.systemUTC()).orElse(null));
    }

    private static Problem problem(HttpResponse<?> response, byte[] body) {
        if (response.headers().firstValue("Content-Type").orElse("").contains("problem+json")) {
            try {
                return Json.MAPPER.readValue(body, Problem.class);
            } catch (IOException e) {
                // It is told like any other page.
            }
        }
        // A proxy's page.
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return new Problem(
                null,
                "HTTP " + response.statusCode(),
                response.statusCode(),
                text.isEmpty() ? null : text.substring(0, Math.min(text.length(), MOST_OF_A_PAGE)),
                response.uri().getPath(),
                response.headers().firstValue("X-Request-Id").orElse(null),
                List.of(),
                Map.of());
    }

    /** In seconds, or as a date. */
    static Optional<Duration> retryAfter(HttpHeaders headers, Clock clock) {
        return headers.firstValue("Retry-After")
                .map(
                        text -> {
                            try {
                                return text.matches("\\d{1,9}")
                                        ? Duration.ofSeconds(Long.parseLong(text))
                                        : Duration.between(
                                                clock.instant(),
                                                ZonedDateTime.parse(
                                                        text,
                                                        DateTimeFormatter.RFC_1123_DATE_TIME));
                            } catch (DateTimeException e) {
                                return null;
                            }
                        })
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }
}

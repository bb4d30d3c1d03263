package org.kongdee.test.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;
import org.kongdee.test.AnswerCheck;
import org.kongdee.test.Exchange;
import org.kongdee.test.PublishedContract;
import org.kongdee.test.PublishedContract.Operation;

/**
 * Walks all operations of a contract with requests made from a seed, allowed and broken ones in
 * turn, and holds each answer against the contract. What is allowed is not refused as unreadable;
 * what is broken is refused; nothing fails.
 */
public final class GeneratedRun implements AutoCloseable {

    /** By which an allowed request is never refused. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 401, 405, 406, 413, 415);

    private static final int MOST_SHOWN = 40;
    private static final int MOST_CALLERS = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final PublishedContract contract;
    private final String base;
    private final Pool pool;
    private final Random random;
    private final Function<Random, String> tokens;
    private final RequestGenerator generator;
    private final Breaker breaker;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final Map<String, String> firsts = new HashMap<>();
    private final Set<String> succeeded = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, String> lastRefusal = new HashMap<>();
    private int count;

    /**
     * @param base where the service is
     * @param pool what is there already
     * @param tokens a token for a request; most of them let it through
     */
    public GeneratedRun(
            PublishedContract contract,
            String base,
            Pool pool,
            long seed,
            Function<Random, String> tokens) {
        this.contract = contract;
        this.base = base;
        this.pool = pool;
        this.random = new Random(seed);
        this.tokens = tokens;
        this.generator = new RequestGenerator(new Values(contract, pool, random), pool, random);
        this.breaker = new Breaker(random);
    }

    /**
     * Sends the examples of these operations, each until somebody may, in an order in which one
     * prepares the next. What it names may be named again.
     */
    public GeneratedRun examples(String... operations) {
        for (String id : operations) {
            Operation operation =
                    contract.operations().stream()
                            .filter(each -> each.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException(id));
            for (int i = 0; i < MOST_CALLERS && status(generator.example(operation)) >= 400; i++) {
                // by somebody else then
            }
        }
        return this;
    }

    /**
     * Sends 7,000 requests, to each operation about as many; 40,000 with {@code
     * -Dkongdee.long=true}.
     */
    public GeneratedRun run() {
        List<Operation> operations = contract.operations();
        System.out.printf(
                "Rate limits are raised for this run: %s requests a second of one caller.%n",
                ConfigProvider.getConfig()
                        .getValue("kongdee.limits.requests-per-second", String.class));
        int requests = Boolean.getBoolean("kongdee.long") ? 40_000 : 7_000;
        while (count < requests) {
            for (Operation operation : operations) {
                int unused = send(next(operation));
            }
        }
        // Whose example was only ever sent by callers who may not gets a last chance.
        return examples(
                operations.stream()
                        .map(Operation::id)
                        .filter(id -> !succeeded.contains(id))
                        .toArray(String[]::new));
    }

    /** Everything that was wrong, with the first request that showed it. */
    public List<String> faults() {
        List<String> told = new ArrayList<>();
        faults.forEach(
                (fault, times) ->
                        told.add(times + " times: " + fault + "\n    " + firsts.get(fault)));
        return told.size() > MOST_SHOWN ? told.subList(0, MOST_SHOWN) : told;
    }

    /** The operations whose example never worked, with the last answer to it. */
    public Set<String> withoutWorkingExample() {
        Set<String> missing = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            if (!succeeded.contains(operation.id())) {
                missing.add(operation + ": " + lastRefusal.get(operation.id()));
            }
        }
        return missing;
    }

    /** The operations of which no broken request was refused. */
    public Set<String> neverRefused() {
        Set<String> missing = new TreeSet<>();
        for (Operation operation : contract.operations()) {
            if (!refused.contains(operation.id())) {
                missing.add(operation.toString());
            }
        }
        return missing;
    }

    private GeneratedRequest next(Operation operation) {
        if (random.nextInt(succeeded.contains(operation.id()) ? 10 : 2) == 0) {
            return authorized(generator.example(operation));
        }
        GeneratedRequest request = authorized(generator.any(operation));
        return random.nextInt(5) < 2 ? breaker.broken(request) : request;
    }

    private GeneratedRequest authorized(GeneratedRequest request) {
        if (request.operation().node().path("security").isEmpty()) {
            return request;
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers());
        if (random.nextBoolean()) {
            // What is refused then is told in Thai, be it what it may.
            headers.put("Accept-Language", "th");
        }
        headers.put("Authorization", "Bearer " + tokens.apply(random));
        return new GeneratedRequest(
                request.operation(),
                request.path(),
                headers,
                request.body(),
                request.broken(),
                request.example());
    }

    private int status(GeneratedRequest request) {
        return send(authorized(request));
    }

    private int send(GeneratedRequest request) {
        count++;
        Exchange exchange = exchange(request);
        AnswerCheck.faults(request.operation(), exchange)
                .forEach(fault -> fault(request, exchange, fault));
        int status = exchange.status();
        if (request.broken() == null) {
            if (UNREADABLE.contains(status)) {
                fault(request, exchange, "allowed, and yet " + status);
            }
        } else if (status < 400) {
            fault(
                    request,
                    exchange,
                    "%d to what is not allowed: %s".formatted(status, request.broken()));
        } else {
            refused.add(request.operation().id());
        }
        if (status < 400) {
            learn(request, exchange);
        }
        if (request.example()) {
            if (status < 400) {
                succeeded.add(request.operation().id());
            } else {
                lastRefusal.put(
                        request.operation().id(),
                        request + " -> " + status + " " + shown(exchange));
            }
        }
        return status;
    }

    private void learn(GeneratedRequest request, Exchange exchange) {
        exchange.header("ETag")
                .ifPresent(etag -> pool.seen(request.path().replaceFirst("\\?.*", ""), etag));
        if (exchange.mediaType().equals("application/json")) {
            try {
                JsonNode answer = new ObjectMapper().readTree(exchange.body());
                pool.learn(answer);
                for (String name : List.of("next", "cursor")) {
                    if (answer.path(name).isTextual()) {
                        pool.given(
                                request.path().replaceFirst("\\?.*", ""),
                                answer.path(name).asText());
                    }
                }
            } catch (IOException e) {
                fault(request, exchange, "no JSON");
            }
        }
    }

    private Exchange exchange(GeneratedRequest request) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + request.path()))
                        .timeout(Duration.ofSeconds(60))
                        .method(
                                request.operation().method(),
                                request.body() == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        try {
            HttpResponse<InputStream> answer =
                    client.send(builder.build(), BodyHandlers.ofInputStream());
            boolean endless =
                    answer.headers()
                            .firstValue("Content-Type")
                            .orElse("")
                            .startsWith("text/event-stream");
            try (InputStream in = answer.body()) {
                return new Exchange(
                        request.operation().method(),
                        answer.uri(),
                        answer.statusCode(),
                        answer.headers().map(),
                        endless ? new byte[0] : in.readAllBytes());
            }
        } catch (IOException e) {
            throw new IllegalStateException(request.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void fault(GeneratedRequest request, Exchange exchange, String what) {
        String fault = request.operation() + ": " + what;
        faults.merge(fault, 1, Integer::sum);
        firsts.computeIfAbsent(
                fault, _ -> request + " -> " + exchange.status() + " " + shown(exchange));
    }

    private static String shown(Exchange exchange) {
        return new String(
                exchange.body(), 0, Math.min(exchange.body().length, 700), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

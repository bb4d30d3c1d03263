package org.kongdee.test;

import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands for a neighbour that takes no call without a token that holds, and for the provider of the
 * tokens. It counts what it gave and what it refused.
 */
public abstract class GuardedNeighbour extends FakeNeighbour {

    private final String urlSetting;
    private final Map<String, Instant> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile Duration lifetime = Duration.ofSeconds(2);
    private volatile Instant begun = Instant.now();
    private volatile boolean closed;

    protected GuardedNeighbour(String neighbour, String urlSetting, String client) {
        super(neighbour, urlSetting, client);
        this.urlSetting = urlSetting;
    }

    /**
     * What it has seen since it was told to begin anew.
     *
     * @param lifetimes how many lifetimes of a token have passed
     */
    public record Seen(int issued, int lifetimes, int answered, int refused) {}

    /** Answers a call with a token that holds. */
    protected abstract String answer(String path);

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        settings.put("kongdee.token.url", settings.get(urlSetting) + "/token");
        return settings;
    }

    /** Begins anew: no token holds, and the next ones live so long. */
    protected static void begin(String neighbour, Duration lifetime) {
        String unused = exchange(neighbour, "PUT", "/lifetime", lifetime.toString());
    }

    /** Revokes all tokens. */
    protected static void revoke(String neighbour) {
        String unused = exchange(neighbour, "PUT", "/revoke", "");
    }

    /** Takes no token any more, until it begins anew. */
    protected static void close(String neighbour) {
        String unused = exchange(neighbour, "PUT", "/close", "");
    }

    protected static Seen seen(String neighbour) {
        String[] counts = exchange(neighbour, "GET", "/seen", "").split(" ", -1);
        return new Seen(
                Integer.parseInt(counts[0]),
                Integer.parseInt(counts[1]),
                Integer.parseInt(counts[2]),
                Integer.parseInt(counts[3]));
    }

    @Override
    protected Reply answer(HttpExchange exchange, String body) {
        String path = exchange.getRequestURI().getPath();
        return switch (path) {
            case "/lifetime" -> {
                tokens.clear();
                issued.set(0);
                answered.set(0);
                refused.set(0);
                closed = false;
                lifetime = Duration.parse(body);
                begun = Instant.now();
                yield new Reply(200, "");
            }
            case "/revoke" -> {
                tokens.clear();
                yield new Reply(200, "");
            }
            case "/close" -> {
                closed = true;
                yield new Reply(200, "");
            }
            case "/seen" ->
                    new Reply(
                            200,
                            "%d %d %d %d"
                                    .formatted(
                                            issued.get(),
                                            lifetimes(),
                                            answered.get(),
                                            refused.get()));
            case "/token" -> new Reply(200, token());
            default -> guarded(exchange.getRequestHeaders().getFirst("Authorization"), path);
        };
    }

    private String token() {
        // Never one that was given before it began anew.
        String token = "t" + System.nanoTime();
        issued.incrementAndGet();
        tokens.put("Bearer " + token, Instant.now().plus(lifetime));
        return "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                .formatted(token, lifetime.toSeconds());
    }

    private Reply guarded(String authorization, String path) {
        Instant end = tokens.getOrDefault(String.valueOf(authorization), Instant.MIN);
        if (closed || end.isBefore(Instant.now())) {
            refused.incrementAndGet();
            return new Reply(401, "");
        }
        answered.incrementAndGet();
        return new Reply(200, answer(path));
    }

    private long lifetimes() {
        return Duration.between(begun, Instant.now()).dividedBy(lifetime);
    }
}

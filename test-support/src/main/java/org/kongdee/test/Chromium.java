package org.kongdee.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A page in a real browser, driven by its DevTools protocol: what a browser refuses can only be
 * seen in one.
 */
public final class Chromium implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PROGRAMS = List.of("chromium", "google-chrome");
    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_ANSWER = 30;
    private static final long NANOS_BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(50);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private @Nullable WebSocket page;

    private Chromium(Process process) {
        this.process = process;
    }

    /** The program, by the name that it has here, where it is on the path. */
    public static Optional<Path> program() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .flatMap(folder -> PROGRAMS.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it with an empty page.
     *
     * @param folder for its profile
     */
    public static Chromium start(Path program, Path folder, String... options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        // Root, as in containers, has no sandbox; and the only pages are our own.
        command.addAll(
                List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
        command.addAll(List.of("--remote-debugging-port=0", "--user-data-dir=" + folder));
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("chromium.log").toFile())
                        .start();
        var chromium = new Chromium(process);
        try {
            chromium.openPage(chromium.port(folder.resolve("DevToolsActivePort")));
        } catch (Exception e) {
            chromium.close();
            throw e;
        }
        return chromium;
    }

    private int port(Path file) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (System.nanoTime() < end && process.isAlive()) {
            // Its second line is the last that is written.
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return Integer.parseInt(lines.getFirst());
            }
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        throw new IllegalStateException("Chromium did not start");
    }

    private void openPage(int port) throws Exception {
        URI fresh = URI.create("http://127.0.0.1:" + port + "/json/new?about:blank");
        HttpRequest request = HttpRequest.newBuilder(fresh).PUT(BodyPublishers.noBody()).build();
        String target = http.send(request, BodyHandlers.ofString()).body();
        URI socket = URI.create(JSON.readTree(target).path("webSocketDebuggerUrl").asText());
        page =
                http.newWebSocketBuilder()
                        .buildAsync(socket, new Answers())
                        .get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    }

    /** Goes to a page, and waits until it is there. */
    public void open(String url) throws Exception {
        call("Page.navigate", JSON.createObjectNode().put("url", url));
        await("document.readyState == 'complete' && location.href != 'about:blank'");
    }

    /** What an expression is worth in the page; of a promise, what it comes to. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode answer =
                call(
                        "Runtime.evaluate",
                        JSON.createObjectNode()
                                .put("expression", expression)
                                .put("awaitPromise", true)
                                .put("returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.path("exceptionDetails").toString());
        }
        return answer.path("result").path("value");
    }

    /** Waits until something is true in the page, or in the one that comes after it. */
    public void await(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_ANSWER);
        while (!evaluate(condition).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        condition + " is not so in\n" + evaluate("document.body.innerText"));
            }
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = last.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (page == null) {
            throw new IllegalStateException("there is no page");
        }
        page.sendText(message.toString(), true).get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        return answer.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
    }

    /** Puts the messages together that arrive in pieces, and gives each to who asked for it. */
    private final class Answers implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence piece, boolean isLast) {
            text.append(piece);
            if (isLast) {
                take(text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode answer = JSON.readTree(message);
                CompletableFuture<JsonNode> asker = asked.remove(answer.path("id").asInt());
                if (asker != null) {
                    asker.complete(answer.path("result"));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.destroy();
        http.shutdownNow();
        // Until all of them have ended they write into its folder.
        ended(process.toHandle());
        for (ProcessHandle helper : helpers) {
            boolean unused = helper.destroyForcibly();
            ended(helper);
        }
    }

    private static void ended(ProcessHandle one) {
        try {
            ProcessHandle unused = one.onExit().get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Chromium does not end", e);
        }
    }
}

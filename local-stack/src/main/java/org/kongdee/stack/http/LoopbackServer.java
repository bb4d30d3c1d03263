package org.kongdee.stack.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Listens on 127.0.0.1 and answers at exactly the paths it was given. A request that names another
 * host is refused: a page from elsewhere may have had its own name resolved to this machine (DNS
 * rebinding), and would be of the same origin as what it reads.
 */
public final class LoopbackServer implements AutoCloseable {

    public static final int ANY_PORT = 0;

    private static final System.Logger LOG = System.getLogger(LoopbackServer.class.getName());

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Route> routes;
    private final Sharing sharing;

    private LoopbackServer(HttpServer server, List<Route> routes, Sharing sharing) {
        this.server = server;
        this.routes = routes.stream().collect(Collectors.toMap(Route::path, Function.identity()));
        this.sharing = sharing;
    }

    /**
     * @param origins whose pages may read what is shared
     */
    public static LoopbackServer start(int port, Set<String> origins, List<Route> routes)
            throws IOException {
        HttpServer http =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        LoopbackServer server = new LoopbackServer(http, routes, new Sharing(origins));
        http.setExecutor(server.workers);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        answer(exchange).send(exchange);
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        if (!Loopback.isAuthority(exchange.getRequestHeaders().getFirst("Host"))) {
            return Answer.error(
                    421, "misdirected_request", "this is localhost; the Host header names another");
        }
        Route route = routes.get(exchange.getRequestURI().getRawPath());
        if (route == null) {
            return Answer.error(404, "not_found", "nothing is here");
        }
        if (route.shared() && sharing.answersPreflight(exchange, route)) {
            return new Answer(204, Map.of(), "");
        }
        if (!route.methods().contains(exchange.getRequestMethod())) {
            String allowed = String.join(", ", route.methods());
            return Answer.error(405, "method_not_allowed", "takes " + allowed)
                    .with("Allow", allowed);
        }
        try {
            return route.endpoint().answer(Request.read(exchange));
        } catch (BadRequest e) {
            return Answer.error(400, "invalid_request", e.why());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "No answer at " + route.path(), e);
            return Answer.error(500, "server_error", "something went wrong; the log says more");
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}

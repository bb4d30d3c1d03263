package org.kongdee.stack.oidc;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.kongdee.stack.http.Answer;
import org.kongdee.stack.http.LoopbackServer;
import org.kongdee.stack.http.Route;
import org.kongdee.stack.people.People;
import org.kongdee.stack.token.SigningKey;

/** The provider while it runs. What it knows of sign-ins ends with it. */
public final class Provider implements AutoCloseable {

    private static final int MOST_SIGN_INS = 10_000;
    private static final List<String> GET = List.of("GET");
    private static final List<String> POST = List.of("POST");
    private static final List<String> BOTH = List.of("GET", "POST");

    private final LoopbackServer server;

    private Provider(LoopbackServer server) {
        this.server = server;
    }

    /**
     * What it is.
     *
     * @param port that it listens on
     * @param issuer by which tokens name it, and where browsers find it
     * @param origins whose pages may fetch tokens and keys
     */
    public record Settings(
            int port, String issuer, Set<String> origins, List<Client> clients, People people) {}

    public static Provider start(Settings settings, SigningKey key, Clock clock)
            throws IOException {
        Clients clients = new Clients(settings.clients);
        Grants grants = new Grants(clock, MOST_SIGN_INS);
        Tokens tokens = new Tokens(key, settings.issuer, clock);
        AuthorizationEndpoint authorization =
                new AuthorizationEndpoint(settings.issuer, clients, settings.people, grants, clock);
        EndSessionEndpoint endSession = new EndSessionEndpoint(clients, grants, tokens);
        Answer metadata = Answer.json(200, Metadata.of(settings.issuer));
        Answer keys = Answer.of(200, "application/json", key.jwks());
        // Pages fetch what is shared; they send a browser to the rest.
        return new Provider(
                LoopbackServer.start(
                        settings.port,
                        settings.origins,
                        List.of(
                                new Route(Metadata.PATH, GET, true, _ -> metadata),
                                new Route(Metadata.KEYS, GET, true, _ -> keys),
                                new Route(
                                        Metadata.TOKEN,
                                        POST,
                                        true,
                                        new TokenEndpoint(clients, grants, tokens)::answer),
                                new Route(
                                        Metadata.USER_INFO,
                                        BOTH,
                                        true,
                                        new UserInfoEndpoint(tokens)::answer),
                                new Route(Metadata.AUTHORIZATION, BOTH, false, authorization::ask),
                                new Route(Metadata.PICK, POST, false, authorization::pick),
                                new Route(Metadata.END_SESSION, BOTH, false, endSession::answer))));
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}

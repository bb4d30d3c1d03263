package org.kongdee.stack.oidc;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kongdee.stack.http.BadRequest;
import org.kongdee.stack.http.Form;
import org.kongdee.stack.http.Request;

/** The clients that are known, by their ids. */
final class Clients {

    private static final String BASIC = "Basic ";

    private final Map<String, Client> byId;

    Clients(List<Client> clients) {
        this.byId = clients.stream().collect(Collectors.toMap(Client::id, Function.identity()));
    }

    /** A frontend; empty if there is none, or the client is another kind of program. */
    Optional<Client.Frontend> frontend(String id) {
        return byId.get(id) instanceof Client.Frontend frontend
                ? Optional.of(frontend)
                : Optional.empty();
    }

    /**
     * Who sent a request to the token endpoint (RFC 6749, section 2.3).
     *
     * @throws OAuthError {@code invalid_client} unless it is proved, {@code invalid_request} if it
     *     is said in two ways
     */
    Client authenticate(Request request) {
        Optional<String> header = request.header("Authorization");
        Form form = request.form();
        if (header.isPresent() && form.get("client_secret").isPresent()) {
            throw new OAuthError(
                    "invalid_request", "the secret stands in the header and in the form");
        }
        Credentials credentials =
                header.map(Clients::basic)
                        .orElseGet(
                                () ->
                                        new Credentials(
                                                form.get("client_id").orElse(""),
                                                form.get("client_secret").orElse("")));
        return switch (byId.get(credentials.id)) {
            case null -> throw unknown();
            case Client.Frontend frontend when credentials.secret.isEmpty() -> frontend;
            case Client.Frontend _ ->
                    throw new OAuthError("invalid_client", "this client has no secret");
            case Client.Program program when Tokens.same(program.secret(), credentials.secret) ->
                    program;
            case Client.Program _ -> throw unknown();
        };
    }

    private record Credentials(String id, String secret) {}

    private static Credentials basic(String header) {
        if (!header.startsWith(BASIC)) {
            throw new OAuthError("invalid_client", "the Authorization header must be Basic");
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] both = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            // Each half is encoded as in a form (RFC 6749, section 2.3.1).
            Form halves =
                    Form.parse("id=" + both[0] + (both.length > 1 ? "&secret=" + both[1] : ""));
            return new Credentials(halves.get("id").orElse(""), halves.get("secret").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the Authorization header is not Base64");
        }
    }

    private static OAuthError unknown() {
        return new OAuthError("invalid_client", "no such client, or another secret");
    }
}

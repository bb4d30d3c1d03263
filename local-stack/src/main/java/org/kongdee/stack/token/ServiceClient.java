package org.kongdee.stack.token;

import java.util.List;
import java.util.Set;

/** A service that asks for tokens of its own, and the neighbours that it may call with them. */
public record ServiceClient(String id, String secret, List<String> neighbours) {

    public ServiceClient {
        neighbours = List.copyOf(neighbours);
    }

    Identity identity() {
        return new Identity(id, id, Set.of(Role.SERVICE), null, neighbours);
    }

    @Override
    public String toString() {
        return id;
    }
}

package org.kongdee.stack.oidc;

import java.util.List;
import java.util.Set;
import org.kongdee.stack.token.Identity;
import org.kongdee.stack.token.Role;

/** A program that may ask for tokens. */
public sealed interface Client {

    String id();

    /**
     * Signs people in, on any page of this machine. It keeps no secret: what runs in a browser
     * cannot.
     *
     * @param audience the services that its people's tokens are good for
     */
    record Frontend(String id, List<String> audience) implements Client {

        public Frontend {
            audience = List.copyOf(audience);
        }
    }

    /** Acts for itself, and proves who it is by a secret. */
    record Program(String id, String secret, Identity identity) implements Client {

        /** A service, and the neighbours that it may call. */
        public static Program service(String id, String secret, List<String> neighbours) {
            return new Program(id, secret, identity(id, id, Role.SERVICE, neighbours));
        }

        /** HR automation. */
        public static Program automation(String id, String secret, List<String> audience) {
            return new Program(
                    id, secret, identity(id, "HR automation", Role.AUTOMATION, audience));
        }

        private static Identity identity(String id, String name, Role role, List<String> audience) {
            return new Identity(id, name, Set.of(role), null, audience);
        }

        @Override
        public String toString() {
            return id;
        }
    }
}

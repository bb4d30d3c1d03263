package org.kongdee.stack.http;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of this machine that never leave it. */
public final class Loopback {

    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /** Whether a host, without a port, is this machine. */
    public static boolean isHost(@Nullable String host) {
        return host != null && HOSTS.contains(host);
    }

    /** Whether the value of a {@code Host} header names this machine, with any port. */
    static boolean isAuthority(@Nullable String authority) {
        return authority != null && isHost(authority.replaceFirst(":\\d{1,5}$", ""));
    }
}

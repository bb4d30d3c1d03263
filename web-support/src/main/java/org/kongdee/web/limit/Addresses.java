package org.kongdee.web.limit;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where requests come from, as far as limits tell it apart. */
public final class Addresses {

    private static final int NETWORK_BYTES = 8;

    private Addresses() {}

    /** The peer, or whom a trusted proxy names. */
    public static String of(HttpServerRequest request) {
        SocketAddress peer = request.remoteAddress();
        String host = peer == null ? null : peer.hostAddress();
        return host == null ? "" : network(host);
    }

    /** Of IPv6 the network, since whoever holds it has all the addresses in it. */
    static String network(String address) {
        try {
            if (address.contains(":")
                    && InetAddress.ofLiteral(address) instanceof Inet6Address literal) {
                byte[] network = Arrays.copyOf(literal.getAddress(), 2 * NETWORK_BYTES);
                Arrays.fill(network, NETWORK_BYTES, network.length, (byte) 0);
                return InetAddress.getByAddress(network).getHostAddress() + "/64";
            }
            return address;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return address;
        }
    }
}

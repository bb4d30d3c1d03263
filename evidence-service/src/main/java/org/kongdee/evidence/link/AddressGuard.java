package org.kongdee.evidence.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which addresses this service may connect to on somebody's behalf: those of the public
 * internet. Everything else (this machine, private networks, cloud metadata, multicast, transition
 * mechanisms that hide another address) is refused unless the operator lists its network.
 */
final class AddressGuard {

    /** IANA's special-purpose registry for IPv4, with multicast and class E. */
    private static final List<Network> SPECIAL_V4 =
            networks(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.31.196.0/24",
                    "192.52.193.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "192.175.48.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4");

    /**
     * The only part of IPv6 that is given out for the public; NAT64, ULA, link-local and the rest
     * lie outside of it.
     */
    private static final Network GLOBAL_V6 = Network.parse("2000::/3");

    /** Parts of it that are not: protocol assignments with Teredo, documentation, 6to4. */
    private static final List<Network> SPECIAL_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final List<Network> allowed;

    AddressGuard(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::parse).toList();
    }

    private static List<Network> networks(String... cidrs) {
        return Stream.of(cidrs).map(Network::parse).toList();
    }

    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address)) || isPublic(address);
    }

    /**
     * An IPv4 address in IPv6's clothes ({@code ::ffff:127.0.0.1}) is an Inet4Address already; Java
     * sees to that.
     */
    private static boolean isPublic(InetAddress address) {
        List<Network> special = address instanceof Inet6Address ? SPECIAL_V6 : SPECIAL_V4;
        boolean global = !(address instanceof Inet6Address) || GLOBAL_V6.contains(address);
        return global && special.stream().noneMatch(network -> network.contains(address));
    }
}

package org.kongdee.evidence.link;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host; a seam, because tests cannot change the world's names. */
@FunctionalInterface
interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
}

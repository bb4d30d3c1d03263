package org.kongdee.evidence.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** A range of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record Network(byte[] prefix, int bits) {

    static Network parse(String cidr) {
        int slash = cidr.indexOf('/');
        try {
            // Nothing is looked up: only digits, dots, colons and hexadecimal letters get here.
            if (slash > 0 && cidr.substring(0, slash).matches("[0-9a-fA-F:.]+")) {
                byte[] address = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                int bits = Integer.parseInt(cidr.substring(slash + 1));
                if (bits >= 0 && bits <= address.length * 8) {
                    return new Network(address, bits);
                }
            }
        } catch (UnknownHostException | NumberFormatException notOne) {
            throw new IllegalArgumentException("not a network in CIDR notation: " + cidr, notOne);
        }
        throw new IllegalArgumentException("not a network in CIDR notation: " + cidr);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        int rest = bits % 8;
        if (!Arrays.equals(bytes, 0, whole, prefix, 0, whole)) {
            return false;
        }
        int mask = 0xff00 >> rest & 0xff;
        return rest == 0 || (bytes[whole] & mask) == (prefix[whole] & mask);
    }
}

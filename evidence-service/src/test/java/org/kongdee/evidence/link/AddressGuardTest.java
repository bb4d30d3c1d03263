package org.kongdee.evidence.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "192.0.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "192.0.2.1",
                "203.0.113.9",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "ff02::1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "100::1",
                "5f00::1"
            })
    void refusesWhatIsNotPublic(String address) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "172.32.0.1",
                "100.128.0.1",
                "172.15.255.255",
                "203.150.1.1",
                "2606:4700::1111",
                "2400:da00::1"
            })
    void allowsThePublicInternet(String address) throws Exception {
        assertThat(guard.allows(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void allowsTheNetworksThatTheOperatorLists() throws Exception {
        var office = new AddressGuard(List.of("10.1.0.0/16", "fd12::/17"));
        assertThat(office.allows(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(office.allows(InetAddress.getByName("10.2.0.1"))).isFalse();
        assertThat(office.allows(InetAddress.getByName("fd12::7fff:1"))).isTrue();
        assertThat(office.allows(InetAddress.getByName("fd12:0:8000::1"))).isTrue();
        assertThat(office.allows(InetAddress.getByName("fd12:8000::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.org/8", "10.0.0.0/x", "/8", ""})
    void refusesToStartWithWhatIsNoNetwork(String cidr) {
        assertThatThrownBy(() -> new AddressGuard(List.of(cidr)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

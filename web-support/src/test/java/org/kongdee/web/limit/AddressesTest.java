package org.kongdee.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "unknown, unknown",
    })
    void takesAnIpv6NetworkForOneCaller(String address, String caller) {
        assertThat(Addresses.network(address)).isEqualTo(caller);
    }
}

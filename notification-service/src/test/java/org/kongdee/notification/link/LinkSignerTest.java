package org.kongdee.notification.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSignerTest {

    private static final LinkSigner SIGNER =
            new LinkSigner(key("0123456789abcdef0123456789abcdef"));

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static SignedLink link(LinkAction action) {
        return new SignedLink(
                action,
                "head-legal",
                Long.MIN_VALUE + 7,
                "division-contest-2565:SLK:1.1.1:1",
                LocalDate.of(2022, 1, 15),
                3,
                Instant.parse("2022-03-01T00:00:00Z"));
    }

    @ParameterizedTest
    @EnumSource
    void readsBackWhatItSigned(LinkAction action) {
        assertThat(SIGNER.read(SIGNER.sign(link(action)))).contains(link(action));
    }

    @Test
    void refusesATokenWithAnyBitChanged() {
        byte[] token = Base64.getUrlDecoder().decode(SIGNER.sign(link(LinkAction.DONE)));
        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] forged = token.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThat(SIGNER.read(Base64.getUrlEncoder().encodeToString(forged))).isEmpty();
        }
    }

    @Test
    void refusesTheTokenOfAnotherKey() {
        LinkSigner other = new LinkSigner(key("another-key-of-thirty-two-bytes!"));

        assertThat(SIGNER.read(other.sign(link(LinkAction.DONE)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "not base64 at all!", "AAAA", "%00"})
    void refusesWhatIsNoToken(String text) {
        assertThat(SIGNER.read(text)).isEmpty();
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new LinkSigner(key("short")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

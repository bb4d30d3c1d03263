package org.kongdee.evidence.filing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    private static final Charset WINDOWS_874 = Charset.forName("x-windows-874");

    /** Some of them are valid in UTF-8 too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"รายงาน ครั้งที่ ๑.pdf\"",
                "filename=\"แผนงาน.pdf\"",
                "filename=\"แผน.pdf\"",
                "filename=\"แผน 2565.pdf\"",
                "filename=\"แบบ.pdf\"",
                "filename=\"เขต.pdf\"",
                "filename=\"แดง.pdf\"",
                "filename=\"plan.pdf\"",
                "filename=\"“ก” … €.pdf\""
            })
    void readsWindows874(String header) throws CharacterCodingException {
        assertThat(HeaderText.decode(header.getBytes(WINDOWS_874))).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"แผน.pdf\"",
                "filename=\"ม.pdf\"",
                "filename=\"เธอ.pdf\"",
                "filename=\"ลาว ລາວ.pdf\"",
                "filename=\"\u00E9t\u00E9.pdf\"",
                "filename=\"T\u1ED5ng h\u1EE3p.pdf\"",
                "filename=\"h\u1EE3p.pdf\"",
                "filename=\"計画.pdf\"",
                "filename=\"हिन्दी.pdf\"",
                "filename=\"تقرير.pdf\"",
                "filename=\"📄.pdf\"",
                ""
            })
    void readsUtf8(String header) throws CharacterCodingException {
        assertThat(HeaderText.decode(header.getBytes(UTF_8))).isEqualTo(header);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x81, 0xDB, 0xFF})
    void refusesWhatIsNeither(int octet) {
        assertThatThrownBy(() -> HeaderText.decode(new byte[] {'a', (byte) octet, 'b'}))
                .isInstanceOf(CharacterCodingException.class);
    }
}

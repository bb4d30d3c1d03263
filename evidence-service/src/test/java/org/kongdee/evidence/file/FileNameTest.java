package org.kongdee.evidence.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.pdf",
        "../../etc/passwd, passwd",
        "C:\\Users\\me\\รายงาน.pdf, รายงาน.pdf",
        "CON, _CON",
        "con.txt, _con.txt",
        "LPT1.pdf, _LPT1.pdf",
        "console.txt, console.txt",
        ".., file",
        "'', file",
        "'   ', file",
        ".bashrc, bashrc",
        "name. . , name",
        "a<b>c:d\"e|f?g*h.pdf, a_b_c_d_e_f_g_h.pdf",
        "ประกาศ ไม่รับของขวัญ.pdf, ประกาศ ไม่รับของขวัญ.pdf",
    })
    void takesTheHarmOut(String sent, String kept) {
        assertThat(FileName.of(sent).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b\r\n.pdf",
                "a\u202Eb.pdf",
                "a\u200Bb.pdf",
                "a\u2066b\u2069.pdf",
                "a\uD800b.pdf",
                "a\u007Fb\u2028.pdf"
            })
    void removesControlInvisibleAndDirectionCharacters(String sent) {
        assertThat(FileName.of(sent).value()).isEqualTo("ab.pdf");
    }

    @Test
    void keepsRightToLeftScripts() {
        assertThat(FileName.of("تقرير.pdf").value()).isEqualTo("تقرير.pdf");
    }

    @Test
    void shortensThaiBetweenWholeCharactersAndKeepsTheExtension() {
        String name = FileName.of("ที่".repeat(100) + ".pdf").value();
        assertThat(name).endsWith("ที่.pdf").startsWith("ที่ที่");
        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(235, 255);
    }

    @Test
    void keepsWhatAFileSystemTakesAndShortensWhatItDoesNot() {
        String longest = "a".repeat(251) + ".pdf";
        assertThat(FileName.of(longest).value()).isEqualTo(longest);
        assertThat(FileName.of("b" + longest).value()).isEqualTo("b" + longest.substring(1));
    }

    @Test
    void isNumberedBeforeItsExtensionAndFitsStill() {
        assertThat(FileName.of("แผน.pdf").numbered(2).value()).isEqualTo("แผน (2).pdf");
        assertThat(FileName.of("README").numbered(12).value()).isEqualTo("README (12)");
        String numbered = FileName.of("ก".repeat(83) + "ab.pdf").numbered(2).value();
        assertThat(numbered).endsWith("ก (2).pdf");
        assertThat(numbered.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
    }

    @Test
    void isCutWithItsExtension() {
        assertThat(FileName.of("ก".repeat(80) + ".pdf").atMost(20).value()).isEqualTo("กกกกก.pdf");
        assertThat(FileName.of("ก.pdf").atMost(20).value()).isEqualTo("ก.pdf");
    }

    @Test
    void isWrittenIntoTheHeaderForOldAndNewClients() {
        assertThat(FileName.of("แผน \"1\" 100%;.pdf").asAttachment())
                .isEqualTo(
                        "attachment; filename=\"___ _1_ 100_;.pdf\";"
                                + " filename*=UTF-8''%E0%B9%81%E0%B8%9C%E0%B8%99%20_1_%20100%25%3B.pdf");
    }

    @Test
    void cutsAPartOfANameToItsLength() {
        assertThat(FileName.part("แผน/งาน", 60)).isEqualTo("แผน_งาน");
        assertThat(FileName.part("ที่".repeat(50), 20)).isEqualTo("ที่ที่");
    }
}

package org.kongdee.client.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kongdee.client.Claim;
import org.kongdee.client.Json;
import org.kongdee.client.ReachedTier;
import org.kongdee.client.rubric.ScoreLine;
import org.kongdee.client.rubric.Stage;

class ScoreCsvTest {

    private static final ClaimTexts CLAIMS = claims();

    @TempDir private Path folder;

    private static ClaimTexts claims() {
        try {
            return ClaimTexts.of(
                    Json.MAPPER.readTree(
                            """
                            {"nodes":[{"code":"1","nodes":[{"code":"1.1","scheme":"ladder"},
                            {"code":"1.2","scheme":"composite"}]},{"code":"2","scheme":"tiers"},
                            {"code":"3","scheme":"numeric"},{"code":"4","scheme":"binary"}]}"""));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void readsClaimsByTheirScheme() {
        assertThat(CLAIMS.read("1.1", "2")).isEqualTo(Claim.rung(2));
        assertThat(CLAIMS.read("1.2", "a=3; b=1")).isEqualTo(Claim.parts(Map.of("a", 3, "b", 1)));
        assertThat(CLAIMS.read("2", "GOVERNMENT:relatedToMission;LOCAL"))
                .isEqualTo(
                        Claim.tiers(
                                ReachedTier.of("GOVERNMENT", "relatedToMission"),
                                ReachedTier.of("LOCAL")));
        assertThat(CLAIMS.read("2", "-")).isEqualTo(Claim.tiers());
        assertThat(CLAIMS.read("3", "93.55")).isEqualTo(Claim.value("93.55"));
        assertThat(CLAIMS.read("4", "yes")).isEqualTo(Claim.met(true));
        assertThat(CLAIMS.read("4", "no")).isEqualTo(Claim.met(false));
        assertThat(CLAIMS.read("4", "NA: ไม่มี")).isEqualTo(Claim.notApplicable("ไม่มี"));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, two, a rung",
        "1.1, -1, a rung",
        "1.2, 3, the rung of each part",
        "1.2, a=1;a=2, the rung of each part",
        "2, :x, tiers",
        "3, 1e3, a number",
        "3, '1,5', a number",
        "4, true, yes or no",
        "4, NA:, NA: and the reason",
        "9, 1, no criterion 9"
    })
    void saysWhatIsExpected(String criterion, String text, String expected) {
        assertThatThrownBy(() -> CLAIMS.read(criterion, text)).hasMessageContaining(expected);
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        var csv =
                read(
                        "\uFEFFunit,criterion,stage,claim,note,etag\r\n"
                                + "SLK,1.1,,2,\"บันทึก, \"\"ลงนาม\"\"\nบรรทัดสอง\",\"\"\"7\"\"\"\r\n"
                                + "\r\n"
                                + "SLK, 4 ,COMMITTEE,yes,,");
        assertThat(csv.faults()).isEmpty();
        assertThat(csv.scores())
                .containsExactly(
                        ScoreLine.builder()
                                .unit("SLK")
                                .criterion("1.1")
                                .stage(Stage.SELF)
                                .claim(Claim.rung(2))
                                .note("บันทึก, \"ลงนาม\"\nบรรทัดสอง")
                                .ifMatch("\"7\"")
                                .build(),
                        ScoreLine.builder()
                                .unit("SLK")
                                .criterion("4")
                                .stage(Stage.COMMITTEE)
                                .claim(Claim.met(true))
                                .build());
        assertThat(csv.rows()).containsExactly(2, 5);
    }

    @Test
    void findsAllFaults() throws IOException {
        var csv =
                read(
                        """
                        unit,criterion,stage,claim
                        SLK,1.1,SELF,2
                        SLK,1.1,,3
                        SLK,1.2,BOTH,2
                        ,4,SELF,yes
                        SLK,4
                        """);
        assertThat(csv.scores()).hasSize(1);
        assertThat(csv.faults())
                .extracting(ScoreCsv.Fault::toString)
                .containsExactly(
                        "row 3: the same score stands in row 2",
                        "row 4: \"BOTH\" is no stage; expected is one of [SELF, COMMITTEE]",
                        "row 5: unit is empty",
                        "row 6: it has 2 cells; the header has 4");
    }

    @Test
    void namesColumns() throws IOException {
        assertThat(read("unit,criterion,score,unit\n").faults())
                .extracting(ScoreCsv.Fault::detail)
                .containsExactly(
                        "the column claim is missing",
                        "the column \"score\" is not known; known are unit, criterion, stage, claim,"
                                + " note and etag",
                        "the column unit stands there twice");
        assertThat(read("").faults()).hasSize(3);
    }

    @Test
    void findsAQuotationMarkThatIsNotClosed() throws IOException {
        assertThat(read("unit,criterion,claim\nSLK,4,\"yes\n").faults())
                .extracting(ScoreCsv.Fault::toString)
                .contains("row 2: a quotation mark is not closed");
    }

    private ScoreCsv read(String text) throws IOException {
        return ScoreCsv.read(Files.writeString(folder.resolve("scores.csv"), text), CLAIMS);
    }
}

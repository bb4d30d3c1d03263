package org.kongdee.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "＝1",
                "＋1",
                "－1",
                "＠x"
            })
    void makesATextOfAFormula(String formula) {
        assertThat(Csv.harmless(formula)).isEqualTo("'" + formula);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1", "สมหญิง", "1+1"})
    void leavesOtherTextsAlone(String text) {
        assertThat(Csv.harmless(text)).isEqualTo(text);
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(
                        Csv.line(
                                Arrays.asList(
                                        "a", "b,c", "d\"e", "\nf", null, new BigDecimal("-1E+3"))))
                .isEqualTo("a,\"b,c\",\"d\"\"e\",\"'\nf\",,-1000\r\n");
    }
}

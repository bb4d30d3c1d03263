package org.kongdee.web.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.problem.Malformed;

class CsvTableTest {

    private static CsvTable read(byte[] file, @Nullable String charset) {
        return CsvTable.read(file, charset, Set.of("key", "name", "more")::contains, 10_000);
    }

    private static CsvTable read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), null);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', ''",
        "UTF-8, EFBBBF, ''",
        "UTF-8, EFBBBF, windows-874",
        "UTF-16LE, FFFE, ''",
        "UTF-16LE, FFFE, utf-16",
        "UTF-16BE, FEFF, utf-8",
        "windows-874, '', Windows-874",
        "TIS-620, '', tis-620"
    })
    void readsWhatSpreadsheetsExport(Charset charset, String mark, String named) {
        byte[] begin = java.util.HexFormat.of().parseHex(mark);
        byte[] text = "key\tname\r\na\tสมหญิง\r\n".getBytes(charset);
        byte[] file = java.util.Arrays.copyOf(begin, begin.length + text.length);
        System.arraycopy(text, 0, file, begin.length, text.length);

        CsvTable table = read(file, named.isEmpty() ? null : named);

        assertThat(table.header().cells()).containsExactly("key", "name");
        assertThat(table.rows()).containsExactly(new CsvRow(2, List.of("a", "สมหญิง"), false));
    }

    @Test
    void hintsAtTheExportWhereItIsNoCsv() {
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 20}, null))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("This is a workbook");
        byte[] bare = "key,name".getBytes(StandardCharsets.UTF_16LE);
        assertThatThrownBy(() -> read(bare, null)).hasMessageContaining("UTF-16 without");
        assertThatThrownBy(() -> read(bare, "UTF-16")).hasMessageContaining("byte order mark");
        assertThatThrownBy(() -> read("\r\n \r\n")).hasMessageContaining("The body is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiterByTheHeader(String delimiter) {
        CsvTable table =
                read(
                        "key,name\na,\"b,c;d\te\"\n"
                                .replace("y,", "y" + delimiter)
                                .replace("a,", "a" + delimiter));

        assertThat(table.rows()).containsExactly(new CsvRow(2, List.of("a", "b,c;d\te"), false));
    }

    @Test
    void passesOverTheLineThatTellsExcelTheDelimiter() {
        CsvTable table = read("sep=;\r\nkey;name\r\na;b\r\n");

        assertThat(table.header()).isEqualTo(new CsvRow(2, List.of("key", "name"), false));
        assertThat(table.rows()).containsExactly(new CsvRow(3, List.of("a", "b"), false));
    }

    @Test
    void passesOverEmptyRowsAndColumnsAndCountsTheirLines() {
        CsvTable table = read("key,name,,\r\n,,,\r\n\r\na,b,,\r\n\"\",\" \"\r\nc,d,,e\r\n");

        assertThat(table.header().cells()).containsExactly("key", "name");
        assertThat(table.rows())
                .containsExactly(
                        new CsvRow(4, List.of("a", "b"), false),
                        new CsvRow(6, List.of("c", "d", "", "e"), false));
    }

    @Test
    void aCellOfSeveralLinesIsOneRowThatBeginsOnItsFirst() {
        CsvTable table = read("key,name\ra,\"b\r\n\"\"c\"\"\nd\"\re,f");

        assertThat(table.rows())
                .containsExactly(
                        new CsvRow(2, List.of("a", "b\n\"c\"\nd"), false),
                        new CsvRow(5, List.of("e", "f"), false));
    }

    @Test
    void aQuoteThatIsNotClosedCostsItsLineOnly() {
        CsvTable table = read("key,name\na,\"b\nc,\"d\"\ne,\"f\ng,h\ni,\"j");

        assertThat(table.rows())
                .containsExactly(
                        new CsvRow(2, List.of("a"), true),
                        new CsvRow(3, List.of("c", "d"), false),
                        new CsvRow(4, List.of("e"), true),
                        new CsvRow(5, List.of("g", "h"), false),
                        new CsvRow(6, List.of("i"), true));
    }

    @Test
    void isQuickAboutTheWorstOfFiles() {
        String quotes = "key,name\n" + "a,\"\n".repeat(200_000);
        String inOneCell = "key,name\na,b" + "\"".repeat(2_000_000);

        Assertions.assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    assertThat(read(quotes).rows()).hasSize(10_001);
                    assertThat(read(inOneCell).rows()).hasSize(1);
                });
    }
}

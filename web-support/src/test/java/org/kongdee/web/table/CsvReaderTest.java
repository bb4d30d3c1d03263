package org.kongdee.web.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.problem.Malformed;

class CsvReaderTest {

    private static RawTable read(byte[] file, @Nullable String charset) {
        return CsvReader.read(file, charset, Set.of("key", "name", "more")::contains, 10_000);
    }

    private static RawTable read(String file) {
        return read(file.getBytes(StandardCharsets.UTF_8), null);
    }

    private static RawRow row(int line, String... cells) {
        return new RawRow(line, Stream.of(cells).map(Cell::text).toList(), false);
    }

    private static RawRow broken(int line, String... cells) {
        return new RawRow(line, Stream.of(cells).map(Cell::text).toList(), true);
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

        RawTable table = read(file, named.isEmpty() ? null : named);

        assertThat(table.header()).isEqualTo(row(1, "key", "name"));
        assertThat(table.rows()).containsExactly(row(2, "a", "สมหญิง"));
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
        RawTable table =
                read(
                        "key,name\na,\"b,c;d\te\"\n"
                                .replace("y,", "y" + delimiter)
                                .replace("a,", "a" + delimiter));

        assertThat(table.rows()).containsExactly(row(2, "a", "b,c;d\te"));
    }

    @Test
    void passesOverTheLineThatTellsExcelTheDelimiter() {
        RawTable table = read("sep=;\r\nkey;name\r\na;b\r\n");

        assertThat(table.header()).isEqualTo(row(2, "key", "name"));
        assertThat(table.rows()).containsExactly(row(3, "a", "b"));
    }

    @Test
    void passesOverEmptyRowsAndColumnsAndCountsTheirLines() {
        RawTable table = read("key,name,,\r\n,,,\r\n\r\na,b,,\r\n\"\",\" \"\r\nc,d,,e\r\n");

        assertThat(table.header()).isEqualTo(row(1, "key", "name"));
        assertThat(table.rows()).containsExactly(row(4, "a", "b"), row(6, "c", "d", "", "e"));
    }

    @Test
    void aCellOfSeveralLinesIsOneRowThatBeginsOnItsFirst() {
        RawTable table = read("key,name\ra,\"b\r\n\"\"c\"\"\nd\"\re,f");

        assertThat(table.rows()).containsExactly(row(2, "a", "b\n\"c\"\nd"), row(5, "e", "f"));
    }

    @Test
    void aQuoteThatIsNotClosedCostsItsLineOnly() {
        RawTable table = read("key,name\na,\"b\nc,\"d\"\ne,\"f\ng,h\ni,\"j");

        assertThat(table.rows())
                .containsExactly(
                        broken(2, "a"),
                        row(3, "c", "d"),
                        broken(4, "e"),
                        row(5, "g", "h"),
                        broken(6, "i"));
    }

    @Test
    void takesBackWhatMakesFormulasHarmlessAndKeepsTheBlanksOfQuotedCells() {
        for (String text : new String[] {"=1+1", "'=1", "''-", "'", "it's", "-5", " a ", "\n=b"}) {
            String file = "key,name\r\n" + Csv.line(java.util.Arrays.asList("a", text));

            assertThat(read(file).rows()).containsExactly(row(2, "a", text));
        }
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

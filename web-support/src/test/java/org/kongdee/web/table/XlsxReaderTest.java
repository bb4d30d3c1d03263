package org.kongdee.web.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.table.Cell.Kind;
import org.kongdee.web.table.XlsxFormats.Shown;

class XlsxReaderTest {

    private static final String HEADER =
            "<row r='1'><c t='inlineStr'><is><t>key</t></is></c><c t='inlineStr'><is><t>name</t></is></c></row>";

    private static RawTable read(byte[] file) {
        return XlsxReader.read(file, "scores", 10_000);
    }

    private static RawTable read(String rows) {
        return read(Workbooks.of(HEADER + rows).file());
    }

    /** The texts of a table, its line before each row. */
    private static List<List<String>> texts(RawTable table) {
        return table.rows().stream()
                .map(
                        row ->
                                Stream.concat(
                                                Stream.of(Integer.toString(row.line())),
                                                row.cells().stream().map(Cell::raw))
                                        .toList())
                .toList();
    }

    private static Cell only(String cell) {
        return read("<row>" + cell + "<c t='b'><v>1</v></c></row>")
                .rows()
                .getFirst()
                .cells()
                .getFirst();
    }

    @Test
    void readsWhatOpenpyxlWritesFromTheSheetNamedAsAsked() {
        RawTable table = read(Workbooks.saved("openpyxl.xlsx"));

        assertThat(table.header().cells().stream().map(Cell::text))
                .containsExactly("Unit", "Criterion", "Claim", "Note", "When");
        assertThat(texts(table))
                .containsExactly(
                        List.of("2", "SLK", "1.1.2", "2", " two lines\nof text ", "2022-01-15"),
                        List.of("3", "SLK", "1.1", "93.55", "=1+1", "2022-01-15T08:30"),
                        List.of("5", "SLK", "1.10", "true", "\r", "08:30"),
                        List.of("6", "SLK", "1.2", "93.55%", "กำลัง", ""),
                        List.of("8", "SLK", "", "", "", ""));
        assertThat(table.rows().stream().map(row -> row.cells().get(1).kind()))
                .containsExactly(Kind.TEXT, Kind.NUMBER, Kind.TEXT, Kind.TEXT, Kind.UNCALCULATED);
    }

    @Test
    void readsTheLastValuesOfFormulasRichTextAndHiddenRows() {
        RawTable table = read(Workbooks.saved("exceljs.xlsx"));

        assertThat(texts(table))
                .containsExactly(
                        List.of("2", "SLK", "1.1.2", "2", "rich text"),
                        List.of("3", "SLK", "1.2", "#DIV/0!", "x"),
                        List.of("4", "SLK", "2002-01-01", "a=3;b=1", "date"),
                        List.of("5", "SLK", "1.3", "0.3", ""));
        assertThat(table.rows().get(1).cells().get(2).kind()).isEqualTo(Kind.ERROR);
        assertThat(table.rows().get(2).cells().get(1).kind()).isEqualTo(Kind.DATE);
    }

    @Test
    void readsWhatSheetJsWrites() {
        assertThat(texts(read(Workbooks.saved("sheetjs.xlsx"))))
                .containsExactly(
                        List.of("2", "SLK", "1.1.2", "93.55", "ทดสอบ"),
                        List.of("3", "SLK", "1.2", "true", "x & <y>"),
                        List.of("4", "SLK", "1.10", "0.0000001", "z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2",
        "2.0, 2",
        "93.549999999999997, 93.55",
        "0.30000000000000004, 0.3",
        "1E-3, 0.001",
        "1.5E3, 1500",
        "100, 100",
        "-0, 0",
        "-1.10, -1.1",
        "123456789012345, 123456789012345"
    })
    void showsNumbersAsSpreadsheetsDo(String stored, String shown) {
        assertThat(only("<c><v>" + stored + "</v></c>")).isEqualTo(new Cell(shown, Kind.NUMBER));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1900-01-01, 1904-01-02",
        "59, 1900-02-28, 1904-02-29",
        "61, 1900-03-01, 1904-03-02",
        "44576, 2022-01-15, 2026-01-16",
        "44576.354166666664, 2022-01-15T08:30, 2026-01-16T08:30",
        "44576.99999999999, 2022-01-16, 2026-01-17",
        "0.35416666666666669, 08:30, 08:30",
        "0.5000115740740741, 12:00:01, 12:00:01",
        "-1, #####, #####",
        "2958466, #####, #####"
    })
    void showsDaysAsIsoDates(String stored, String since1900, String since1904) {
        assertThat(XlsxNumbers.cell(stored, Shown.DATE, false).raw()).isEqualTo(since1900);
        assertThat(XlsxNumbers.cell(stored, Shown.DATE, true).raw()).isEqualTo(since1904);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General|NUMBER",
                "0.00|NUMBER",
                "#,##0.00\\ \"days\"|NUMBER",
                "[Red]0.0;[Blue]-0.0|NUMBER",
                "0.00E+00|NUMBER",
                "@|NUMBER",
                "[$-41E]General|NUMBER",
                "0%|PERCENT",
                "0.00\\ %|PERCENT",
                "d.m.yy|DATE",
                "[$-D07041E]d mmm bbbb|DATE",
                "[h]:mm|DATE",
                "\"Q\"0|NUMBER"
            })
    void tellsDatesByTheirFormat(String code, Shown shown) {
        assertThat(XlsxFormats.shown(code)).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource
    void readsEveryKindOfCell(String cell, Cell read) {
        byte[] file =
                Workbooks.of(HEADER + "<row r='3'>" + cell + "<c t='b'><v>0</v></c></row>")
                        .part(
                                "xl/texts.xml",
                                "<sst><si><t>a</t></si><si><r><t>b </t></r><rPh><t>x</t></rPh><r><t>c</t></r></si></sst>")
                        .part(
                                "xl/formats.xml",
                                "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/></numFmts>"
                                        + "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='10'/><xf/></cellXfs></styleSheet>")
                        .file();

        assertThat(read(file).rows())
                .containsExactly(
                        new RawRow(3, List.of(read, new Cell("false", Kind.BOOLEAN)), false));
    }

    static List<Arguments> readsEveryKindOfCell() {
        return List.of(
                Arguments.of("<c t='s'><v>1</v></c>", Cell.text("b c")),
                Arguments.of("<c t='s'><v>0</v></c>", Cell.text("a")),
                Arguments.of("<c s='1'><v>44576</v></c>", new Cell("2022-01-15", Kind.DATE)),
                Arguments.of("<c s='2'><v>0.07</v></c>", new Cell("7%", Kind.PERCENT)),
                Arguments.of("<c s='3'><v>7</v></c>", new Cell("7", Kind.NUMBER)),
                Arguments.of("<c s='99'><v>7</v></c>", new Cell("7", Kind.NUMBER)),
                Arguments.of("<c t='str'><f>A1</f><v>1.10</v></c>", Cell.text("1.10")),
                Arguments.of("<c t='str'><f>A1</f><v></v></c>", Cell.EMPTY),
                Arguments.of("<c><f>A1</f></c>", new Cell("", Kind.UNCALCULATED)),
                Arguments.of("<c t='d'><v>2022-01-15</v></c>", new Cell("2022-01-15", Kind.DATE)),
                Arguments.of("<c t='e'><v>#N/A</v></c>", new Cell("#N/A", Kind.ERROR)),
                Arguments.of(
                        "<c t='inlineStr'><is><t>a_x000A_b_x005F_x000A_</t></is></c>",
                        Cell.text("a\nb_x000A_")),
                Arguments.of(
                        "<c t='inlineStr'><is><t><![CDATA[<&]]></t></is></c>", Cell.text("<&")),
                Arguments.of("<c/>", Cell.EMPTY));
    }

    @Test
    void countsRowsAndCellsThatHaveNoReference() {
        RawTable table =
                read(
                        "<row><c><v>1</v></c></row><row/><row r='7'><c r='B7'><v>2</v></c></row><row><c t='b'><v>1</v></c></row>");

        assertThat(texts(table))
                .containsExactly(
                        List.of("2", "1", ""), List.of("7", "", "2"), List.of("8", "true", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "visible, visible, Other, one",
        "hidden, visible, Other, two",
        "visible, visible, SCORES, two",
        "visible, veryHidden, scores, one"
    })
    void readsTheNamedSheetElseTheFirstVisibleOne(
            String first, String second, String name, String expected) {
        byte[] file =
                Workbooks.of("<row><c t='inlineStr'><is><t>one</t></is></c></row>")
                        .book(
                                "<sheet name='A' sheetId='1' state='%s' r:id='s1'/><sheet name='%s' sheetId='2' state='%s' r:id='s2'/>"
                                        .formatted(first, name, second))
                        .sheet("two", "<row><c t='inlineStr'><is><t>two</t></is></c></row>")
                        .file();

        assertThat(read(file).header().cells()).containsExactly(Cell.text(expected));
    }

    @Test
    void saysWhatAnotherFileIs() {
        assertThatThrownBy(() -> read(Workbooks.saved("old.xls")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("old format .xls, or one that is protected by a password");
        assertThatThrownBy(() -> read(Workbooks.saved("open.ods")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("This is no .xlsx workbook");
        assertThatThrownBy(
                        () -> read("key,name\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("send CSV as text/csv");
        assertThatThrownBy(() -> read(new byte[0])).hasMessageContaining("This is no .xlsx");
        assertThatThrownBy(() -> read(Workbooks.of("").file()))
                .hasMessageContaining("The sheet is empty");
        assertThatThrownBy(
                        () ->
                                read(
                                        Workbooks.of("")
                                                .book("<sheet name='A' state='hidden' r:id='s1'/>")
                                                .file()))
                .hasMessageContaining("no visible sheet");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.7})
    void saysThatAFileIsCutOff(double part) {
        byte[] file = Workbooks.saved("openpyxl.xlsx");
        byte[] begin = Arrays.copyOf(file, (int) (file.length * part));

        assertThatThrownBy(() -> read(begin)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t='s'><v>2000000000</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c r='ZZZZZZZZ2'><v>1</v></c></row>",
                "<row r='1'><c><v>1</v></c></row>",
                "<row r='x'><c><v>1</v></c></row>",
                "<row><c><v>1e999999999</v></c></row>",
                "<row><c><v>x</v></c></row>",
                "<row><c t='q'><v>1</v></c></row>",
                "<row><c>",
                "<row>&no;</row>"
            })
    void refusesWhatNoSpreadsheetWrites(String rows) {
        assertThatThrownBy(() -> read(rows))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("broken or cut off");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatWouldTakeAllMemoryThereIs(byte[] file) {
        assertThatThrownBy(() -> read(file)).isInstanceOfAny(TooLarge.class, Malformed.class);
    }

    static List<byte[]> refusesWhatWouldTakeAllMemoryThereIs() {
        String million = "x".repeat(1 << 20);
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        Workbooks parts = Workbooks.of("");
        for (int i = 0; i < 3_000; i++) {
            parts.part("p" + i, "");
        }
        return List.of(
                // A bomb of zeros, in a part that nobody reads.
                Workbooks.of("").part("x", new byte[(64 << 20) + 1]).file(),
                parts.file(),
                Workbooks.of("<row><c r='IW1'><v>1</v></c></row>").file(),
                Workbooks.of("<row><c t='inlineStr'><is><t>" + million + "</t></is></c></row>")
                        .file(),
                Workbooks.of("<row><c r='" + million + million + "'/></row>").file(),
                Workbooks.of("<!-- " + million + million + " -->").file(),
                Workbooks.of("<a>".repeat(200)).file(),
                Workbooks.of(names.toString()).file(),
                Workbooks.of("<row><c t='s'><v>0</v></c></row>")
                        .part("xl/texts.xml", "<sst>" + "<si/>".repeat(500_001) + "</sst>")
                        .file(),
                Workbooks.of("<row><c t='s'><v>0</v></c></row>")
                        .part(
                                "xl/texts.xml",
                                "<sst>"
                                        + ("<si><t>" + "z".repeat(32_000) + "</t></si>").repeat(700)
                                        + "</sst>")
                        .file(),
                // One text, shown in every row.
                Workbooks.of("<row><c t='s'><v>0</v></c></row>".repeat(1_000))
                        .part(
                                "xl/texts.xml",
                                "<sst><si><t>" + "y".repeat(32_000) + "</t></si></sst>")
                        .file(),
                Workbooks.of("<row/>")
                        .part(
                                "xl/workbook.xml",
                                "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><workbook><x>&d;</x></workbook>")
                        .file());
    }

    @Test
    void readsNoMoreRowsThanAreTakenAndOneMore() {
        assertThat(
                        XlsxReader.read(
                                        Workbooks.of("<row><c><v>1</v></c></row>".repeat(50))
                                                .file(),
                                        "x",
                                        10)
                                .rows())
                .hasSize(11);
    }

    @Test
    void takesManyEscapedCharacters() {
        String text = "&amp;&#xe01;".repeat(15_000);

        assertThat(only("<c t='inlineStr'><is><t>" + text + "</t></is></c>").raw())
                .isEqualTo("&ก".repeat(15_000));
    }
}

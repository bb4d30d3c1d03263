package org.kongdee.web.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TableFormatTest {

    private static final List<TableColumn> COLUMNS =
            List.of(new TableColumn("key", 10), new TableColumn("name", 40));

    private static byte[] written(TableFormat format, List<List<Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (TableWriter writer = format.writer(out, "scores", COLUMNS)) {
            for (List<Object> row : rows) {
                writer.row(row);
            }
        }
        return out.toByteArray();
    }

    private static RawTable read(TableFormat format, byte[] file) {
        return switch (format) {
            case CSV -> CsvReader.read(file, null, List.of("key", "name")::contains, 10_000);
            case XLSX -> XlsxReader.read(file, "scores", 10_000);
        };
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAsItWas(TableFormat format) throws IOException {
        List<String> texts =
                List.of(
                        "1.10",
                        "1.1.2",
                        "=1+1",
                        "'=1",
                        "+66 2",
                        "-",
                        "@x",
                        " blanks ",
                        "two\nlines",
                        "a,b;c\td\"e\"",
                        "<&>'",
                        "_x000D_",
                        "_x005F_x000D_",
                        "กำลังใจ ๑๒๓",
                        "😀",
                        "2022-01-15",
                        "yes",
                        "\"7\"");
        List<List<Object>> rows =
                texts.stream().map(text -> Arrays.<Object>asList(text, "x")).toList();

        RawTable table = read(format, written(format, rows));

        assertThat(table.rows().stream().map(row -> row.cells().getFirst()))
                .containsExactlyElementsOf(texts.stream().map(Cell::text).toList());
        assertThat(table.rows().getFirst().line()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void numbersAreNumbersAndNothingIsNothing(TableFormat format) throws IOException {
        RawTable table =
                read(
                        format,
                        written(
                                format,
                                List.of(
                                        Arrays.asList(new BigDecimal("1E+2"), null),
                                        Arrays.asList(null, 93.55))));

        assertThat(table.rows().stream().map(row -> row.cells().stream().map(Cell::raw).toList()))
                .containsExactly(List.of("100", ""), List.of("", "93.55"));
    }

    @Test
    void aLongTableIsWholeInAWorkbook() throws IOException {
        byte[] file =
                written(TableFormat.XLSX, java.util.Collections.nCopies(2_001, List.of("k", 5)));

        RawTable table = read(TableFormat.XLSX, file);

        assertThat(table.rows()).hasSize(2_001);
        assertThat(table.rows().getLast())
                .isEqualTo(
                        new RawRow(
                                2_002,
                                List.of(Cell.text("k"), new Cell("5", Cell.Kind.NUMBER)),
                                false));
    }
}

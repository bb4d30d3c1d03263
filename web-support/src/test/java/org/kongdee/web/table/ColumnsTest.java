package org.kongdee.web.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.table.Cell.Kind;

class ColumnsTest {

    private static final Columns COLUMNS =
            Columns.required("unit", "title.en").optional("pausedUntil").passingOver("label");

    private static RawRow row(int line, String... cells) {
        return new RawRow(line, Stream.of(cells).map(Cell::text).toList(), false);
    }

    private static TableRow read(RawRow header, RawRow row) {
        return new TableRow(row, COLUMNS.places(header));
    }

    @Test
    void findsColumnsInAnyOrderAndSpelling() {
        TableRow row =
                read(
                        row(1, " Paused until", "LABEL", "Title.EN\u00A0", "UNIT"),
                        row(4, "a", "b", " c\u00A0", ""));

        assertThat(row.text("pausedUntil")).isEqualTo("a");
        assertThat(row.text("title.en")).isEqualTo("c");
        assertThat(row.cell("title.en").raw()).isEqualTo(" c\u00A0");
        assertThat(row.filled("unit")).isEmpty();
        assertThat(row.reference("title.en")).isEqualTo("C4");
        assertThat(row.line()).isEqualTo(4);
    }

    @Test
    void namesEveryColumnThatIsWrong() {
        assertThatThrownBy(() -> COLUMNS.places(row(2, "unit", "nuit", "Unit")))
                .isInstanceOf(Malformed.class)
                .hasMessage(
                        "Line 2, the first that is not empty, names the columns: unit, title.en, pausedUntil. In CSV they are separated by commas, semicolons or tabs.")
                .extracting(
                        fault -> ((Malformed) fault).errors(),
                        InstanceOfAssertFactories.list(FieldError.class))
                .extracting(error -> error.detail().toString())
                .containsExactly(
                        "The column 'nuit' is not known.",
                        "The column 'unit' stands twice.",
                        "The column 'title.en' is missing.");
    }

    @Test
    void aRowThatCannotBeReadSaysWhyByItsCell() {
        RawRow header = row(1, "unit", "title.en", "label");
        RawRow error =
                new RawRow(
                        3,
                        List.of(Cell.text("SLK"), new Cell("#N/A", Kind.ERROR), Cell.EMPTY),
                        false);
        RawRow passedOver =
                new RawRow(
                        4,
                        List.of(Cell.text("SLK"), Cell.text("a"), new Cell("", Kind.UNCALCULATED)),
                        false);

        assertThat(read(header, error).as(row -> "x"))
                .isInstanceOfSatisfying(
                        Line.Unreadable.class,
                        line -> {
                            assertThat(line.number()).isEqualTo(3);
                            assertThat(line.fault())
                                    .hasMessage(
                                            "Cell B3 has the error #N/A; correct it in the spreadsheet.");
                        });
        assertThat(read(header, passedOver).as(row -> "x")).isEqualTo(new Line.Readable<>(4, "x"));
    }
}

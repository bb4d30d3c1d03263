package org.kongdee.web.table;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.table.Cell.Kind;
import org.kongdee.web.text.Message;

/** Reads the rows of a sheet one after the other. */
final class XlsxSheet {

    private static final int MOST_COLUMNS = 256;

    /** Of the texts of all cells that are read, as much as CSV may have. */
    private static final int MOST_CHARACTERS = 10 << 20;

    private final XlsxXml xml;
    private final XlsxBook book;
    private int line;
    private int characters;

    XlsxSheet(InputStream part, XlsxBook book) throws XMLStreamException {
        this.xml = new XlsxXml(part);
        this.book = book;
    }

    /** The next row that says something; null at the end. */
    @Nullable RawRow next() throws XMLStreamException {
        while (xml.next()) {
            if (xml.begins("row")) {
                RawRow row = row();
                if (!row.isBlank()) {
                    return row;
                }
            } else if (xml.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    private RawRow row() throws XMLStreamException {
        int number = xml.attribute("r").map(XlsxXml::number).orElse(line + 1);
        if (number <= line) {
            throw XlsxReader.broken();
        }
        line = number;
        List<Cell> cells = new ArrayList<>();
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.begins("c")) {
                int before = column;
                column = xml.attribute("r").map(XlsxSheet::column).orElse(before + 1);
                Cell cell = cell();
                if (!cell.raw().isEmpty() || cell.kind() != Kind.TEXT) {
                    put(cells, column, cell);
                }
            }
        }
        return new RawRow(line, cells, false);
    }

    private void put(List<Cell> cells, int column, Cell cell) {
        if (column >= MOST_COLUMNS) {
            throw new TooLarge(
                    "too-large", Message.of("A table has at most %d columns.", MOST_COLUMNS));
        }
        characters += cell.raw().length();
        if (characters > MOST_CHARACTERS) {
            throw new TooLarge(
                    "too-large",
                    Message.of("The cells have more than %d characters.", MOST_CHARACTERS));
        }
        while (cells.size() <= column) {
            cells.add(Cell.EMPTY);
        }
        cells.set(column, cell);
    }

    /** The column in which a reference such as {@code D7} lies, counted from 0. */
    private static int column(String reference) {
        int column = 0;
        int at = 0;
        while (at < reference.length() && Character.isLetter(reference.charAt(at))) {
            column = column * 26 + Character.toUpperCase(reference.charAt(at)) - 'A' + 1;
            at++;
            if (column < 1 || column > 1 << 14) {
                throw XlsxReader.broken();
            }
        }
        return column - 1;
    }

    private Cell cell() throws XMLStreamException {
        String type = xml.attribute("t").orElse("n");
        int style = xml.attribute("s").map(XlsxXml::number).orElse(0);
        String value = null;
        String inline = null;
        boolean calculated = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("v")) {
                value = xml.text();
                XlsxReader.refuseLong(value.length());
            } else if (xml.begins("is")) {
                inline = XlsxTexts.text(xml, "is");
            } else if (xml.begins("f")) {
                calculated = true;
            }
        }
        if (type.equals("inlineStr")) {
            return Cell.text(inline == null ? "" : inline);
        }
        if (type.equals("str") && value != null) {
            return Cell.text(XlsxText.plain(value));
        }
        if (value == null || value.isEmpty()) {
            return calculated ? new Cell("", Kind.UNCALCULATED) : Cell.EMPTY;
        }
        return switch (type) {
            case "s" -> Cell.text(book.texts().get(XlsxXml.number(value)));
            case "b" -> new Cell(Boolean.toString(!value.strip().equals("0")), Kind.BOOLEAN);
            case "e" -> new Cell(value, Kind.ERROR);
            case "d" -> new Cell(value, Kind.DATE);
            case "n" -> XlsxNumbers.cell(value, book.formats().of(style), book.since1904());
            default -> throw XlsxReader.broken();
        };
    }
}

package org.kongdee.web.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.text.Message;

/**
 * Reads a table from a workbook as spreadsheets save it (ECMA-376, .xlsx), in memory that is
 * bounded whatever the file says: the values that its cells show, formulas as they were last
 * calculated.
 */
final class XlsxReader {

    /** As spreadsheets have it. */
    private static final int LONGEST_CELL = 32_767;

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Of .xls, and of every file that is protected by a password. */
    private static final byte[] OLD = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private XlsxReader() {}

    /**
     * @param sheet the name of the one to read, in any case; without it the first that is visible
     * @param most rows that are read; one more is, so that it shows that there are more
     * @throws Malformed if it is no workbook, or a broken or empty one
     * @throws TooLarge if there is more in it than is taken
     */
    static RawTable read(byte[] file, String sheet, int most) {
        if (begins(file, OLD)) {
            throw Malformed.body(
                    Message.of(
                            "This is a workbook of the old format .xls, or one that is protected by a password; save it as .xlsx, without a password."));
        }
        if (!begins(file, ZIP)) {
            throw noWorkbook();
        }
        try (XlsxParts parts = new XlsxParts(file)) {
            XlsxBook book = XlsxBook.read(parts);
            String part = chosen(book, sheet).part();
            return rows(
                    new XlsxSheet(parts.open(part).orElseThrow(XlsxReader::broken), book), most);
        } catch (IOException | XMLStreamException e) {
            throw broken();
        }
    }

    private static RawTable rows(XlsxSheet sheet, int most) throws XMLStreamException {
        RawRow header = sheet.next();
        if (header == null) {
            throw Malformed.body(
                    Message.of("The sheet is empty; a table with a header is expected."));
        }
        RawRow columns = header.trimmed(0);
        int width = columns.cells().size();
        List<RawRow> rows = new ArrayList<>();
        for (RawRow row = sheet.next(); row != null && rows.size() <= most; row = sheet.next()) {
            rows.add(row.trimmed(width).filledUp(width));
        }
        return new RawTable(columns, rows);
    }

    private static XlsxBook.Sheet chosen(XlsxBook book, String named) {
        List<XlsxBook.Sheet> visible =
                book.sheets().stream().filter(XlsxBook.Sheet::isVisible).toList();
        return visible.stream()
                .filter(sheet -> sheet.name().equalsIgnoreCase(named))
                .findFirst()
                .or(() -> visible.stream().findFirst())
                .orElseThrow(
                        () -> Malformed.body(Message.of("The workbook has no visible sheet.")));
    }

    /** A file that is something else. */
    static Malformed noWorkbook() {
        return Malformed.body(
                Message.of(
                        "This is no .xlsx workbook; save it as one in a spreadsheet, or send CSV as text/csv."));
    }

    /** A workbook that breaks the rules of its format. */
    static Malformed broken() {
        return Malformed.body(
                Message.of(
                        "The workbook is broken or cut off; open it in a spreadsheet and save it as .xlsx again."));
    }

    static void refuseLong(int characters) {
        if (characters > LONGEST_CELL) {
            throw new TooLarge(
                    "too-large", Message.of("A cell has more than %d characters.", LONGEST_CELL));
        }
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length >= with.length
                && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }
}

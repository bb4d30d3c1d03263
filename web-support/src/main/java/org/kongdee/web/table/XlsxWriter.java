package org.kongdee.web.table;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook of one sheet, whose header stays in sight. Every column has the format of
 * texts, so that what people type there stays as typed: 1.10 is no number, 1.1.2 no date.
 */
final class XlsxWriter implements TableWriter {

    private static final String TEXT = "@";

    /** Rows that are held at most. */
    private static final int BATCH = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxWriter(OutputStream out, String name, List<TableColumn> columns) throws IOException {
        // Its version has to look like this; nobody reads it.
        workbook = new Workbook(new LeftOpen(out), "Kongdee", "1.0");
        sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.style(i).format(TEXT).set();
        }
        row(columns.stream().map(TableColumn::name).toList());
        for (int i = 0; i < columns.size(); i++) {
            sheet.style(0, i).bold().format(TEXT).set();
        }
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            Object value = cells.get(i);
            if (value instanceof Number number) {
                sheet.value(next, i, new BigDecimal(number.toString()));
            } else {
                String text = value == null ? "" : value.toString();
                // Of a run of its own the blanks around the text are kept.
                sheet.inlineString(
                        next, i, RichText.builder().run(XlsxText.escaped(text)).end().build());
                sheet.style(next, i).format(TEXT).set();
            }
        }
        next++;
        if (next % BATCH == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }

    /** The library closes what it writes to; who opened it does that here. */
    private static final class LeftOpen extends FilterOutputStream {

        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}

package org.kongdee.web.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV in UTF-8, with a byte order mark. */
final class CsvWriter implements TableWriter {

    private final Writer out;

    CsvWriter(OutputStream out, List<TableColumn> columns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(Csv.MARK);
        row(columns.stream().map(TableColumn::name).toList());
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        out.write(Csv.line(cells));
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}

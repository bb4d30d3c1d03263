package org.kongdee.web.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.answer.LongAnswers;
import org.kongdee.web.answer.Unchecked;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.TooLarge;
import org.kongdee.web.problem.Unavailable;
import org.kongdee.web.text.Message;

/** Tables in and out: files with a header, as CSV or XLSX. */
@ApplicationScoped
public class Tables {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LongAnswers answers;

    /** A workbook may take 100 MiB of memory while it is read. */
    private final Semaphore workbooks = new Semaphore(1, true);

    Tables(LongAnswers answers) {
        this.answers = answers;
    }

    /** Takes the rows of an answer. */
    @FunctionalInterface
    public interface Sink {

        /** The next row: numbers as such, all else as a text, null as an empty cell. */
        void row(List<? extends @Nullable Object> cells) throws IOException;
    }

    /** Makes the rows of an answer. */
    @FunctionalInterface
    public interface Source {
        void writeTo(Sink sink) throws IOException;
    }

    /** For producers that cannot throw {@link IOException}, such as result set readers. */
    public static Consumer<List<@Nullable Object>> unchecked(Sink sink) {
        return Unchecked.consumer(sink::row);
    }

    /**
     * The rows of a file after its header, without blank ones.
     *
     * @param sent CSV, whose charset the text has unless its first bytes say another, or XLSX
     * @param sheet the name of the sheet that is read if it is there, else the first visible one
     * @throws Malformed if it is no such file, or its header names other columns
     * @throws TooLarge if it has more rows than a bulk request, or more of anything than is taken
     */
    public List<TableRow> read(byte[] file, MediaType sent, String sheet, Columns columns) {
        RawTable table =
                switch (TableFormat.of(sent).orElse(TableFormat.CSV)) {
                    case CSV ->
                            CsvReader.read(
                                    file,
                                    sent.getParameters().get(MediaType.CHARSET_PARAMETER),
                                    columns::isColumn,
                                    Bulk.MOST_LINES);
                    case XLSX -> workbook(file, sheet);
                };
        if (table.rows().size() > Bulk.MOST_LINES) {
            throw Bulk.tooMany();
        }
        Columns.Places places = columns.places(table.header());
        return table.rows().stream().map(row -> new TableRow(row, places)).toList();
    }

    /**
     * An answer that is saved as a file.
     *
     * @param name of the file, without its extension
     * @param sheet what a workbook calls the table
     */
    public Response respond(
            TableFormat format,
            String name,
            String sheet,
            List<TableColumn> columns,
            Source source) {
        return Response.ok(
                        answers.of(
                                out -> {
                                    try (TableWriter writer = format.writer(out, sheet, columns)) {
                                        source.writeTo(writer::row);
                                    }
                                }))
                .type(format.contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, format.extension()))
                .build();
    }

    private RawTable workbook(byte[] file, String sheet) {
        try {
            if (!workbooks.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return XlsxReader.read(file, sheet, Bulk.MOST_LINES);
        } finally {
            workbooks.release();
        }
    }

    private static Unavailable busy() {
        return new Unavailable(Message.of("Too many workbooks are being read at once."));
    }
}

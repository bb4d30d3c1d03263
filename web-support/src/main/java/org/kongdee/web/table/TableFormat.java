package org.kongdee.web.table;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats in which tables come and go. */
public enum TableFormat {
    CSV(TableFormat.CSV_TYPE, "csv") {
        @Override
        TableWriter writer(OutputStream out, String sheet, List<TableColumn> columns)
                throws IOException {
            return new CsvWriter(out, columns);
        }
    },
    XLSX(TableFormat.XLSX_TYPE, "xlsx") {
        @Override
        TableWriter writer(OutputStream out, String sheet, List<TableColumn> columns)
                throws IOException {
            return new XlsxWriter(out, sheet, columns);
        }
    };

    public static final String CSV_TYPE = "text/csv";

    public static final String XLSX_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;
    private final String extension;

    TableFormat(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of files. */
    public String extension() {
        return extension;
    }

    /**
     * The one that the caller prefers; none where it is not a table. What is preferred was settled
     * before (org.kongdee.web.media).
     */
    public static Optional<TableFormat> asked(HttpHeaders headers) {
        String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
        return Stream.of(values()).filter(format -> format.mediaType.equals(accept)).findFirst();
    }

    /** The one of a body; none where it is not a table. */
    public static Optional<TableFormat> of(MediaType sent) {
        return Stream.of(values())
                .filter(format -> MediaType.valueOf(format.mediaType).isCompatible(sent))
                .findFirst();
    }

    /** As {@code Content-Type} has it. */
    String contentType() {
        return this == CSV ? mediaType + ";charset=UTF-8" : mediaType;
    }

    /**
     * Writes a table whose header is written at once.
     *
     * @param sheet what a workbook calls it
     */
    abstract TableWriter writer(OutputStream out, String sheet, List<TableColumn> columns)
            throws IOException;
}

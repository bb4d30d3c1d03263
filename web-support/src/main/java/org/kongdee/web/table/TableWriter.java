package org.kongdee.web.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a table one by one and holds few of them. */
interface TableWriter extends Closeable {

    /**
     * The next row: numbers as such, all else as texts that no spreadsheet runs or reads as
     * something else.
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Ends the table, and leaves the stream to who opened it. */
    @Override
    void close() throws IOException;
}

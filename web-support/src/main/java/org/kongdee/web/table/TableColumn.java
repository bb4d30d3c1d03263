package org.kongdee.web.table;

import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a table that is written.
 *
 * @param width characters that it shows in a workbook
 */
public record TableColumn(String name, int width) {

    private static final int USUAL = 16;

    /** Columns of the usual width. */
    public static List<TableColumn> named(Stream<String> names) {
        return names.map(name -> new TableColumn(name, USUAL)).toList();
    }
}

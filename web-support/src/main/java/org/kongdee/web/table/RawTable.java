package org.kongdee.web.table;

import java.util.List;

/**
 * What a file says, before its columns are known.
 *
 * @param header without empty columns at its end
 * @param rows without blank ones, and without blank cells beyond the header's
 */
record RawTable(RawRow header, List<RawRow> rows) {

    RawTable {
        rows = List.copyOf(rows);
    }
}

package org.kongdee.web.table;

/**
 * A column of a table that is written.
 *
 * @param width characters that it shows in a workbook
 */
public record TableColumn(String name, int width) {}

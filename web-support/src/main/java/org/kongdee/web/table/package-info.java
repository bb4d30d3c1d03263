/**
 * Tables with a header, in and out, as CSV or XLSX.
 *
 * <p>In: {@link Tables#read} takes a file and the {@link Columns} that it may have, and answers a
 * {@link TableRow} for each row that says something; {@link TableRow#as} makes a line of a bulk
 * request of it. Out: {@link Tables#respond} streams what it is given row by row, in the {@link
 * TableFormat} that {@link TableFormat#asked} tells.
 *
 * <p>A workbook of any content is read in bounded memory. The libraries for that bound what they
 * unpack at best: a cell that says it lies in column ZZZZZZ, or shows the two-billionth shared
 * text, makes them allocate until nothing is left. So what is read of the format is read here, by
 * the JDK's own zip and XML.
 */
@NullMarked
package org.kongdee.web.table;

import org.jspecify.annotations.NullMarked;

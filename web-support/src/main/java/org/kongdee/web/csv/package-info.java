/** CSV as spreadsheets write and open it. */
@NullMarked
package org.kongdee.web.csv;

import org.jspecify.annotations.NullMarked;

/** The whole table of a unit in one answer, for whoever shows it or prints it. */
@NullMarked
package org.kongdee.rubric.sheet;

import org.jspecify.annotations.NullMarked;

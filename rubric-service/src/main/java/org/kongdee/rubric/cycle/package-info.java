/** Cycles: one year's use of a rubric version, from preparation to closing. */
@NullMarked
package org.kongdee.rubric.cycle;

import org.jspecify.annotations.NullMarked;

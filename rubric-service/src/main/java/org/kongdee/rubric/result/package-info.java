/**
 * Results: what a unit has reached in a stage, now or as recorded on an earlier day, and the league
 * table.
 */
@NullMarked
package org.kongdee.rubric.result;

import org.jspecify.annotations.NullMarked;

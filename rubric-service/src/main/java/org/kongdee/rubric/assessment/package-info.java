/** Assessments: a unit in a cycle, with the totals of its stages. */
@NullMarked
package org.kongdee.rubric.assessment;

import org.jspecify.annotations.NullMarked;

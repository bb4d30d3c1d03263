/** Plans: what each unit means to do about a criterion, who answers for it there, and by when. */
@NullMarked
package org.kongdee.rubric.plan;

import org.jspecify.annotations.NullMarked;

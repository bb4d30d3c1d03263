/** What evidence supports, why, and what is missing for the next points. */
@NullMarked
package org.kongdee.rubric.readiness;

import org.jspecify.annotations.NullMarked;

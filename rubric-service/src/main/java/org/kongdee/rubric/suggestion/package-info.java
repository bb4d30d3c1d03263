/** Taking what the evidence supports as scores. */
@NullMarked
package org.kongdee.rubric.suggestion;

import org.jspecify.annotations.NullMarked;

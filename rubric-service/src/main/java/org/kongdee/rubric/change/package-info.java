/** What was touched in all open cycles, for a neighbour that keeps some of it. */
@NullMarked
package org.kongdee.rubric.change;

import org.jspecify.annotations.NullMarked;

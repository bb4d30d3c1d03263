/** Following evidence-service's change feed, one replica a cycle. */
@NullMarked
package org.kongdee.rubric.follow;

import org.jspecify.annotations.NullMarked;

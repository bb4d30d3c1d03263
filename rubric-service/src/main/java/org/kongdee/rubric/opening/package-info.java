/** Opening and closing cycles, and telling evidence-service of them and of the units that join. */
@NullMarked
package org.kongdee.rubric.opening;

import org.jspecify.annotations.NullMarked;

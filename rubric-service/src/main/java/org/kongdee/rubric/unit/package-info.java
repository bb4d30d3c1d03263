/** Units: who is scored, with the sections that share the work. */
@NullMarked
package org.kongdee.rubric.unit;

import org.jspecify.annotations.NullMarked;

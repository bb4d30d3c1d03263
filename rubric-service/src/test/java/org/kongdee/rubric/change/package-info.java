@NullMarked
package org.kongdee.rubric.change;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.kongdee.rubric.load;

import org.jspecify.annotations.NullMarked;

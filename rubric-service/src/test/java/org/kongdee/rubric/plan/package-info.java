@NullMarked
package org.kongdee.rubric.plan;

import org.jspecify.annotations.NullMarked;

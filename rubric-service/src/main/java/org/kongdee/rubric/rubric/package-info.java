/** The rubrics that are kept: versions that are drafted, published and then never change. */
@NullMarked
package org.kongdee.rubric.rubric;

import org.jspecify.annotations.NullMarked;

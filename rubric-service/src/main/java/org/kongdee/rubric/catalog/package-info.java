/** The rubrics that are kept: versions that are drafted, published and then never change. */
@NullMarked
package org.kongdee.rubric.catalog;

import org.jspecify.annotations.NullMarked;

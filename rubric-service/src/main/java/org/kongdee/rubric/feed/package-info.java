/** How far those who follow changes may read, and since when positions hold. */
@NullMarked
package org.kongdee.rubric.feed;

import org.jspecify.annotations.NullMarked;

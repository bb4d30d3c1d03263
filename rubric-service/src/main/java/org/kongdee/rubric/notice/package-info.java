/** What people are told of at once: evidence that was rejected. */
@NullMarked
package org.kongdee.rubric.notice;

import org.jspecify.annotations.NullMarked;

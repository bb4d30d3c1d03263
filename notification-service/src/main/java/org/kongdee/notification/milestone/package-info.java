/** The mirror of rubric-service: how it is followed, and what it is told in return. */
@NullMarked
package org.kongdee.notification.milestone;

import org.jspecify.annotations.NullMarked;

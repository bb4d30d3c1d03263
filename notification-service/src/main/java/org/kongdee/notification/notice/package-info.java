/** What happened to evidence, as rubric-service tells it. */
@NullMarked
package org.kongdee.notification.notice;

import org.jspecify.annotations.NullMarked;

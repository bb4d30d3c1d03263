/** What is due, for whom, and what people said about it. */
@NullMarked
package org.kongdee.notification.deadline;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.kongdee.notification.deadline;

import org.jspecify.annotations.NullMarked;

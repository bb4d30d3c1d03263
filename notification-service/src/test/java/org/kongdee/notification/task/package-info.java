@NullMarked
package org.kongdee.notification.task;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.kongdee.notification.reminder;

import org.jspecify.annotations.NullMarked;

/** When reminders go out. */
@NullMarked
package org.kongdee.notification.policy;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.kongdee.notification.milestone;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.kongdee.notification.rejection;

import org.jspecify.annotations.NullMarked;

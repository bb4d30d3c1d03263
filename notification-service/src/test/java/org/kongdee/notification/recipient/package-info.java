@NullMarked
package org.kongdee.notification.recipient;

import org.jspecify.annotations.NullMarked;

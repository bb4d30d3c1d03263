@NullMarked
package org.kongdee.notification.digest;

import org.jspecify.annotations.NullMarked;

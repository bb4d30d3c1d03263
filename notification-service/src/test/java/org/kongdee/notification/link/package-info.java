@NullMarked
package org.kongdee.notification.link;

import org.jspecify.annotations.NullMarked;

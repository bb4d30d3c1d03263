@NullMarked
package org.kongdee.notification.board;

import org.jspecify.annotations.NullMarked;

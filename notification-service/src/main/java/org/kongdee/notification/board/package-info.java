/** Where a unit stands, section by section: what is overdue, due soon or waits, and its points. */
@NullMarked
package org.kongdee.notification.board;

import org.jspecify.annotations.NullMarked;

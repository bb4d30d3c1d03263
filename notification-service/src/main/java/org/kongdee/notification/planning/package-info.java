/**
 * Who is told what, on which day. Everything here is a function of its arguments: no clock, no
 * database, no framework.
 */
@NullMarked
package org.kongdee.notification.planning;

import org.jspecify.annotations.NullMarked;

/**
 * What plans do not hold: resolutions of a meeting, reports that recur, loans that fall due; who
 * was told to do what by when, and the answer.
 */
@NullMarked
package org.kongdee.notification.task;

import org.jspecify.annotations.NullMarked;

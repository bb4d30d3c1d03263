package org.kongdee.notification.planning;

import java.time.LocalDate;

/**
 * The last time that a due date moved.
 *
 * @param from the date before
 * @param on the day on which that became known here
 */
public record Move(LocalDate from, LocalDate on) {}

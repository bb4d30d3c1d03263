package org.kongdee.notification.planning;

import java.time.LocalDate;

/**
 * What is said once and never again: to this recipient, of this deadline, so many days ahead. A
 * deadline that moves has a new due date, and so starts afresh.
 */
public record ReminderKey(String recipient, String deadline, int leadDays, LocalDate due) {}

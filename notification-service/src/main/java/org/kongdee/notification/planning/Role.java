package org.kongdee.notification.planning;

/**
 * What a recipient is to the unit: OFFICER and HEAD are told of the deadlines of their sections,
 * DIRECTOR of what is long overdue, and of what nobody else can be told.
 */
public enum Role {
    OFFICER,
    HEAD,
    DIRECTOR
}

package org.kongdee.notification.planning;

/**
 * What a recipient is to a unit: OFFICER and HEAD are told of what their sections owe, DIRECTOR of
 * what is long overdue, and of what nobody else can be told; an ASSESSOR of what names them.
 */
public enum Role {
    OFFICER,
    HEAD,
    DIRECTOR,
    ASSESSOR
}

package org.kongdee.notification.planning;

/** What a recipient is to the unit; it decides which deadlines they are told about. */
public enum Role {
    OFFICER,
    HEAD,
    DIRECTOR
}

package org.kongdee.notification.link;

/** What a link lets its holder do. */
public enum LinkAction {
    DONE,
    UNDO,
    SNOOZE,
    NOT_MINE,
    PAUSE
}

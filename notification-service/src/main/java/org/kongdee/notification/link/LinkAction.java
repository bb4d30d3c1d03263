package org.kongdee.notification.link;

/** What a link lets its holder do. Tokens hold the place in this order: new ones go to its end. */
public enum LinkAction {
    DONE,
    UNDO,
    SNOOZE,
    NOT_MINE,
    PAUSE,
    MINE,
    RESUME
}

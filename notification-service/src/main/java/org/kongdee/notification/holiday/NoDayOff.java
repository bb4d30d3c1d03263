package org.kongdee.notification.holiday;

import org.kongdee.web.text.Message;

/** Why an event is no day off, and the line that says so. */
final class NoDayOff extends RuntimeException {

    private final int line;
    private final transient Message why;

    NoDayOff(int line, Message why) {
        super(why.toString(), null, false, false);
        this.line = line;
        this.why = why;
    }

    int line() {
        return line;
    }

    Message why() {
        return why;
    }
}

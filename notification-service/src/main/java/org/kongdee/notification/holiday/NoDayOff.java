package org.kongdee.notification.holiday;

/** Why an event is no day off, and the line that says so. */
final class NoDayOff extends RuntimeException {

    private final int line;

    NoDayOff(int line, String why) {
        super(why, null, false, false);
        this.line = line;
    }

    int line() {
        return line;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

package org.kongdee.notification.digest;

/**
 * A calendar as it goes with a mail: published (RFC 5546, 3.2.1), so with a method, and in each
 * event whom to ask about it. Mail programs then offer to add its events, and ask for no answer.
 */
final class Published {

    private static final String VERSION = "\r\nVERSION:2.0\r\n";
    private static final String EVENT = "\r\nBEGIN:VEVENT\r\n";

    private Published() {}

    /**
     * @param calendar as it is written for a feed; no text in it has lines that look like these
     * @param organizer an address
     */
    static String by(String organizer, String calendar) {
        return calendar.replace(VERSION, VERSION + "METHOD:PUBLISH\r\n")
                .replace(EVENT, EVENT + "ORGANIZER:mailto:" + organizer + "\r\n");
    }
}

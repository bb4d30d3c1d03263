package org.kongdee.notification.message;

/** A digest as it is sent and kept. */
public record RenderedDigest(String subject, String html, String text, String calendar) {}

package org.kongdee.notification.digest;

/** A digest as it is sent and kept. */
public record RenderedDigest(String subject, String html, String text, String calendar) {}

package org.kongdee.web.entity;

import java.time.Instant;

/**
 * Who changes something, and when.
 *
 * @param at business time
 * @param by the subject of the caller's token
 */
public record Stamp(Instant at, String by) {}

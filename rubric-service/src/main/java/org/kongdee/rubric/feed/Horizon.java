package org.kongdee.rubric.feed;

/**
 * How far changes can be told of now.
 *
 * @param epoch counts the clusters that the database has lived on: transactions of different epochs
 *     cannot be compared
 * @param transaction the oldest that still runs (unsigned): whatever earlier ones changed can be
 *     seen, and nothing more will come of them
 */
public record Horizon(int epoch, long transaction) {}

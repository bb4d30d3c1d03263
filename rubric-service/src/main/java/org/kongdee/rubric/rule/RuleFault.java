package org.kongdee.rubric.rule;

/**
 * What is wrong with the text of a rule; {@code offset} counts its characters (code points) from 0.
 */
public record RuleFault(int offset, String message) {}

package org.kongdee.rubric.rule;

import org.kongdee.web.text.Message;

/**
 * What is wrong with the text of a rule; {@code offset} counts its characters (code points) from 0.
 */
public record RuleFault(int offset, Message message) {}

package org.kongdee.rubric.rule;

import org.kongdee.web.text.LocalizedText;

/**
 * Whether a rule is met, and why: the comparisons that decided, such as "communication: have 1,
 * need 2 channels".
 */
public record Verdict(boolean met, LocalizedText because) {}

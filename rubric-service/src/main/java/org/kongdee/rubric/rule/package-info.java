/**
 * Rules: what the evidence of a criterion must show, as CEL expressions over its facts, with the
 * reasons in words.
 */
@NullMarked
package org.kongdee.rubric.rule;

import org.jspecify.annotations.NullMarked;

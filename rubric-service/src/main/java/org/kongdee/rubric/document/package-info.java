/**
 * Rubric documents: the model of a rubric, reading it with every fault at once, and writing it in
 * its canonical form.
 */
@NullMarked
package org.kongdee.rubric.document;

import org.jspecify.annotations.NullMarked;

/**
 * What tests of several modules share: the local stack, neighbours that are faked, and checks of
 * contracts and tables.
 */
@NullMarked
package org.kongdee.test;

import org.jspecify.annotations.NullMarked;

/** The local stack for tests of a service: {@code @QuarkusTestResource(StackResource.class)}. */
@NullMarked
package org.kongdee.stack.test;

import org.jspecify.annotations.NullMarked;

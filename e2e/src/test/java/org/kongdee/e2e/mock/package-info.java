/** What {@code ./suite mock} serves in place of the services. */
@org.jspecify.annotations.NullMarked
package org.kongdee.e2e.mock;

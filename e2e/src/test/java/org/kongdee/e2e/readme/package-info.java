/** The README's commands, run as a newcomer would run them. */
@org.jspecify.annotations.NullMarked
package org.kongdee.e2e.readme;

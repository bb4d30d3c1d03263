/** The README and the guides, followed as a newcomer would follow them. */
@org.jspecify.annotations.NullMarked
package org.kongdee.e2e.guide;

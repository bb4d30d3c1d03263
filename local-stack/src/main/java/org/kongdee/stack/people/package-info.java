/** Who one can be on this machine: the seeded recipients, and one person of each other role. */
@NullMarked
package org.kongdee.stack.people;

import org.jspecify.annotations.NullMarked;

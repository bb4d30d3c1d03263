/**
 * What is said when something that is needed goes away and comes back: a line each, not one a try.
 */
@NullMarked
package org.kongdee.web.outage;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.kongdee.evidence.facts;

import org.jspecify.annotations.NullMarked;

/** Strict JSON: unknown fields, wild numbers and Buddhist-era dates are refused by name. */
@NullMarked
package org.kongdee.web.json;

import org.jspecify.annotations.NullMarked;

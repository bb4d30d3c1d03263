/** What entities have in common: revision, who changed them and when, JSON columns, PUT. */
@NullMarked
package org.kongdee.web.entity;

import org.jspecify.annotations.NullMarked;

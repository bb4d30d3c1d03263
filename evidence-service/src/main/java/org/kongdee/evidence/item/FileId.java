package org.kongdee.evidence.item;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * A file of an item.
 *
 * @param number counts from 1
 */
@Embeddable
record FileId(UUID item, int number) {}

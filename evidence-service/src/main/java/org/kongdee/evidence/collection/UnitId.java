package org.kongdee.evidence.collection;

import jakarta.persistence.Embeddable;

/** A unit in a collection. */
@Embeddable
record UnitId(String collection, String code) {}

package org.kongdee.evidence.collection;

import java.util.List;

/** What is filed already and must keep its place; the feature that keeps evidence knows it. */
public interface FiledEvidence {

    /** What of it the slots as wanted would have no place for; a few examples. */
    List<String> homeless(String collection, List<Slot> slots);
}

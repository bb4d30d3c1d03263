package org.kongdee.evidence.collection;

import java.util.List;
import org.kongdee.web.text.Message;

/** What is filed already and must keep its place; the feature that keeps evidence knows it. */
public interface FiledEvidence {

    /** What of it the slots as wanted would have no place for; a few examples. */
    List<Message> homeless(String collection, List<Slot> slots);
}

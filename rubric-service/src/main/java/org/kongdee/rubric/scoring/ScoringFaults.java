package org.kongdee.rubric.scoring;

import java.util.ArrayList;
import java.util.List;
import org.kongdee.web.text.Message;

/** Collects what is wrong with a request: the first of it, and how much more there is. */
final class ScoringFaults {

    /** Of a whole request; no honest one has as many. */
    static final int MOST = 1_000;

    private final int most;
    private final List<ScoringFault> first = new ArrayList<>();
    private int more;

    ScoringFaults(int most) {
        this.most = most;
    }

    void add(String path, Message message) {
        add(new ScoringFault(path, message));
    }

    void add(ScoringFault fault) {
        if (first.size() < most) {
            first.add(fault);
        } else {
            more++;
        }
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    List<ScoringFault> first() {
        return List.copyOf(first);
    }

    int more() {
        return more;
    }
}

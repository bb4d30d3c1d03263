package org.kongdee.rubric.assessment;

import java.util.List;
import org.kongdee.rubric.cycle.CycleView;

/** Units were enrolled in a cycle; observers do their part in the same transaction. */
public record UnitsEnrolled(CycleView cycle, List<String> units) {

    public UnitsEnrolled {
        units = List.copyOf(units);
    }
}

package org.kongdee.rubric.evidence;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.sql.Json;

/** Parts units into as many as evidence-service takes at once, and answers for in time. */
@Singleton
class Batches {

    static final int MOST_UNITS = 500;

    /** A body has commas and brackets besides. */
    static final int MOST_BYTES = TakesBody.MANY - 2 * MOST_UNITS;

    private final Json json;

    Batches(Json json) {
        this.json = json;
    }

    List<List<Enrolment>> of(List<Enrolment> units) {
        var batches = new ArrayList<List<Enrolment>>();
        var batch = new ArrayList<Enrolment>();
        int bytes = 0;
        for (Enrolment unit : units) {
            int more = json.bytes(unit).length;
            if (batch.size() == MOST_UNITS || !batch.isEmpty() && bytes + more > MOST_BYTES) {
                batches.add(List.copyOf(batch));
                batch.clear();
                bytes = 0;
            }
            batch.add(unit);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}

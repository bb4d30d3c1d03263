package org.kongdee.rubric.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Enrolment;
import org.kongdee.rubric.evidence.EvidenceRestClient.Enrolled;
import org.kongdee.rubric.evidence.EvidenceRestClient.ItemChanges;
import org.kongdee.rubric.evidence.EvidenceRestClient.Registered;
import org.kongdee.rubric.evidence.FeedRepository.Unit;
import org.kongdee.web.neighbour.NeighbourFailed;

/**
 * evidence-service as this service sees it. Every call ends within seconds: each try has 2 s, is
 * made three times with back-off (all calls are reads, or writes that may be repeated), and after
 * repeated failure calls fail at once for a while. There is no fallback: what cannot be read is
 * read later, and what must be told waits in the outbox. What was told is told only if
 * evidence-service itself says so. An answer of 4xx is final and does not trip the breaker.
 */
@ApplicationScoped
@Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = WebApplicationException.class)
@CircuitBreaker(
        requestVolumeThreshold = 6,
        delay = 10,
        delayUnit = ChronoUnit.SECONDS,
        skipOn = WebApplicationException.class)
public class EvidenceClient {

    /** As the log names it. */
    static final String NAME = "evidence-service";

    /** There is one already: 428, or 412 if it came meanwhile, such as by a call that timed out. */
    private static final Set<Integer> THERE = Set.of(412, 428);

    private static final int PAGE = 500;

    private final EvidenceRestClient rest;

    EvidenceClient(@RestClient EvidenceRestClient rest) {
        this.rest = rest;
    }

    /**
     * The units touched after a cursor.
     *
     * @param next where to go on
     * @param more whether there is more already
     */
    record Touched(List<Unit> units, String next, boolean more) {}

    /** Makes the collection what it shall be, whatever it was. */
    public void putCollection(String collection, Collection content) {
        try {
            put(collection, null, content);
        } catch (WebApplicationException e) {
            if (!THERE.contains(e.getResponse().getStatus())) {
                throw e;
            }
            put(collection, "*", content);
        }
    }

    private void put(String collection, @Nullable String ifMatch, Collection content) {
        Registered now = rest.putCollection(collection, ifMatch, content);
        NeighbourFailed.unlessOwn(now != null && content.status().equals(now.status()));
    }

    /** Enrols units; those that are there already get these titles and sections. */
    public void enrol(String collection, List<Enrolment> units) {
        Enrolled done = rest.enrol(collection, EnrolledUnit.of(units));
        NeighbourFailed.unlessOwn(
                done != null && done.created() + done.changed() + done.unchanged() == units.size());
    }

    /**
     * The units whose evidence was touched, in any collection, the oldest first; with a null cursor
     * all that ever were.
     */
    Touched touched(@Nullable String after) {
        ItemChanges answer = rest.changes(after, PAGE);
        return new Touched(
                answer.changes().stream()
                        .map(touched -> new Unit(touched.collection(), touched.unit()))
                        .distinct()
                        .toList(),
                answer.next(),
                answer.more());
    }

    /** The items of a unit: those that count now, or would, and those that people are told of. */
    List<CountedItem> items(String collection, String unit) {
        return rest.items(collection, unit).items();
    }
}

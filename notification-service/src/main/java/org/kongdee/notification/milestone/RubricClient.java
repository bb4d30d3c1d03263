package org.kongdee.notification.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Milestone;
import org.kongdee.notification.deadline.UntoldReport;
import org.kongdee.notification.milestone.RubricRestClient.Changes;
import org.kongdee.notification.milestone.RubricRestClient.Cycle;
import org.kongdee.notification.milestone.RubricRestClient.CyclePage;
import org.kongdee.notification.milestone.RubricRestClient.FeedPage;
import org.kongdee.notification.milestone.RubricRestClient.Heard;
import org.kongdee.notification.milestone.RubricRestClient.MilestoneChange;
import org.kongdee.notification.milestone.RubricRestClient.TouchedUnit;
import org.kongdee.notification.notice.RubricNotice;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.standing.Standing;
import org.kongdee.web.neighbour.NeighbourFailed;

/**
 * rubric-service as this service sees it. Every call ends within seconds: each try has 2 s, reads
 * and repeatable writes are tried three times with back-off, and after repeated failure calls fail
 * at once for a while. There is no fallback: what is not fetched now is fetched by a later sync,
 * and reminders go out from the mirror meanwhile. An answer of 4xx is final and does not trip the
 * breaker.
 */
@ApplicationScoped
@Retry(maxRetries = 2, delay = 200, jitter = 100, abortOn = WebApplicationException.class)
@CircuitBreaker(
        requestVolumeThreshold = 6,
        delay = 10,
        delayUnit = ChronoUnit.SECONDS,
        skipOn = WebApplicationException.class)
class RubricClient {

    /** As the log names it. */
    static final String NAME = "rubric-service";

    private static final int PAGE = 200;
    private static final int FEED_PAGE = 1000;

    private static final int OK = Response.Status.OK.getStatusCode();
    private static final int NOT_MODIFIED = Response.Status.NOT_MODIFIED.getStatusCode();

    private final RubricRestClient rest;
    private volatile @Nullable Known known;

    RubricClient(@RestClient RubricRestClient rest) {
        this.rest = rest;
    }

    /** The cycles as they were under an ETag, which stands for the whole list. */
    private record Known(String etag, List<Cycle> cycles) {}

    /**
     * Changes of a cycle, and the cursor to go on from; for now there are no more if it is the
     * last.
     */
    record Page<T>(List<T> items, String cursor, boolean isLast) {}

    /** The cycles that were touched, and in what, and where to go on from. */
    record Touched(Map<String, Set<Subject>> cycles, String next) {

        Set<Subject> in(String cycle) {
            return cycles.getOrDefault(cycle, Set.of());
        }
    }

    /** Where a mirror begins. */
    private static final String START = "start";

    /** All cycles; as long as none changes, the list that was fetched before is used again. */
    List<Cycle> cycles() {
        Known before = known;
        RestResponse<CyclePage> first = rest.cycles(before == null ? null : before.etag(), 0, PAGE);
        if (before != null && first.getStatus() == NOT_MODIFIED) {
            return before.cycles();
        }
        CyclePage answer = page(first);
        List<Cycle> cycles = new ArrayList<>(answer.items());
        for (int page = 1; !answer.items().isEmpty() && cycles.size() < answer.total(); page++) {
            answer = page(rest.cycles(null, page, PAGE));
            cycles.addAll(answer.items());
        }
        String etag = first.getHeaderString(HttpHeaders.ETAG);
        known = etag == null ? null : new Known(etag, List.copyOf(cycles));
        return cycles;
    }

    /** An answer that is asked for with its headers is not checked by the REST client. */
    private static CyclePage page(RestResponse<CyclePage> answer) {
        if (answer.getStatus() != OK) {
            RuntimeException failure = NeighbourFailed.of(answer.toResponse());
            throw failure == null ? new WebApplicationException(answer.getStatus()) : failure;
        }
        return answer.getEntity();
    }

    /** What changed after the cursor, by cycle; with none, ever. */
    Touched touched(@Nullable String after) {
        Map<String, Set<Subject>> cycles = new HashMap<>();
        String cursor = after;
        while (true) {
            FeedPage answer = rest.changes(cursor, FEED_PAGE);
            for (TouchedUnit unit : answer.changes()) {
                unit.in().stream()
                        .flatMap(word -> Subject.of(word).stream())
                        .forEach(
                                subject ->
                                        cycles.computeIfAbsent(
                                                        unit.cycle(),
                                                        _ -> EnumSet.noneOf(Subject.class))
                                                .add(subject));
            }
            cursor = answer.next();
            if (!answer.more()) {
                return new Touched(cycles, cursor);
            }
        }
    }

    /** What changed since the cursor, at most a page; with none, all that there is. */
    Page<Milestone> milestones(String cycle, @Nullable String since) {
        return page(rest.milestones(cycle, from(since), PAGE));
    }

    Page<Standing> standings(String cycle, @Nullable String since) {
        return page(rest.standings(cycle, from(since), PAGE));
    }

    Page<RubricNotice> notices(String cycle, @Nullable String since) {
        return page(rest.notices(cycle, from(since), PAGE));
    }

    private static String from(@Nullable String cursor) {
        return cursor == null ? START : cursor;
    }

    /** A page that is not full is the last one for now. */
    private static <T> Page<T> page(Changes<T> answer) {
        return new Page<>(answer.items(), answer.cursor(), answer.items().size() < PAGE);
    }

    /**
     * Says that a milestone is done, or open again; saying so twice is saying it once.
     *
     * @return the milestone as it is now
     */
    Heard tell(UntoldReport report) {
        Heard heard =
                rest.tell(
                        report.cycle(),
                        report.unit(),
                        report.criterion(),
                        report.code(),
                        report.section(),
                        "*",
                        new MilestoneChange(
                                report.done() ? DeadlineStatus.DONE : DeadlineStatus.PLANNED,
                                report.reason(),
                                report.who().by(),
                                report.who().name()));
        NeighbourFailed.unlessOwn(heard != null && report.deadline().equals(heard.id()));
        return Objects.requireNonNull(heard);
    }
}

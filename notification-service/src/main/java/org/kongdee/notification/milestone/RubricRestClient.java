package org.kongdee.notification.milestone;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Milestone;
import org.kongdee.notification.deadline.Settled;
import org.kongdee.notification.notice.RubricNotice;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.standing.Standing;
import org.kongdee.web.json.StrictJson;
import org.kongdee.web.neighbour.NeighbourFailed;
import org.kongdee.web.neighbour.NeighbourFilter;
import org.kongdee.web.neighbour.Unauthorized;

/** What this service uses of rubric-service's contract. Fields it does not know are passed over. */
@Path("/v1")
@RegisterRestClient(configKey = "rubric-service")
@RegisterProvider(NeighbourFilter.class)
@Retry(maxRetries = 1, delay = 0, jitter = 0)
@RetryWhen(result = Unauthorized.Answer.class, exception = Unauthorized.Refusal.class)
@Produces(MediaType.APPLICATION_JSON)
interface RubricRestClient {

    @GET
    @Path("/changes")
    FeedPage changes(@QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("/cycles")
    RestResponse<CyclePage> cycles(
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @GET
    @Path("/cycles/{cycle}/milestones")
    Changes<Milestone> milestones(
            @PathParam("cycle") String cycle,
            @QueryParam("changedSince") String changedSince,
            @QueryParam("size") int size);

    @GET
    @Path("/cycles/{cycle}/standings")
    Changes<Standing> standings(
            @PathParam("cycle") String cycle,
            @QueryParam("changedSince") String changedSince,
            @QueryParam("size") int size);

    @GET
    @Path("/cycles/{cycle}/notices")
    Changes<RubricNotice> notices(
            @PathParam("cycle") String cycle,
            @QueryParam("changedSince") String changedSince,
            @QueryParam("size") int size);

    @PATCH
    @Path("/cycles/{cycle}/assessments/{unit}/milestones/{criterion}/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Nullable Heard tell(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @PathParam("code") String code,
            @QueryParam("section") @Nullable String section,
            @HeaderParam("If-Match") String ifMatch,
            MilestoneChange change);

    @ClientObjectMapper
    static ObjectMapper reader(ObjectMapper mapper) {
        return StrictJson.trusting(mapper);
    }

    @ClientExceptionMapper
    static @Nullable RuntimeException failure(Response response) {
        return NeighbourFailed.of(response);
    }

    /** What was touched after a cursor, and where to go on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FeedPage(List<TouchedUnit> changes, String next, boolean more) {}

    /** A unit of a cycle in which something changed, and what it was. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TouchedUnit(String cycle, List<String> in) {}

    /** A page of cycles. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CyclePage(List<Cycle> items, long total) {}

    /** A cycle, as far as it matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cycle(String cycle, Period period, String status) {}

    /** First and last day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Period(LocalDate start, LocalDate end) {}

    /** What changed, at most as much as asked for, and the cursor to go on from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Changes<T>(List<T> items, String cursor) {}

    /** What somebody said about a milestone. */
    record MilestoneChange(
            DeadlineStatus status, String reason, String by, @Nullable String byName) {}

    /** The milestone that was spoken of, as it is now. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Heard(String id, DeadlineStatus status, @Nullable Settled settled) {}
}

package org.kongdee.notification.milestone;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
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
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.Milestone;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.neighbour.NeighbourFailed;
import org.kongdee.web.neighbour.NeighbourFilter;

/** What this service uses of rubric-service's contract. Fields it does not know are passed over. */
@Path("/v1/cycles")
@RegisterRestClient(configKey = "rubric-service")
@RegisterProvider(NeighbourFilter.class)
@Produces(MediaType.APPLICATION_JSON)
interface RubricRestClient {

    @GET
    RestResponse<CyclePage> cycles(
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch,
            @QueryParam("page") int page,
            @QueryParam("size") int size);

    @GET
    @Path("/{cycle}/milestones")
    MilestoneChanges milestones(
            @PathParam("cycle") String cycle,
            @QueryParam("changedSince") String changedSince,
            @QueryParam("size") int size);

    @PATCH
    @Path("/{cycle}/assessments/{unit}/milestones/{criterion}/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Nullable Milestone tell(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            MilestoneChange change);

    @ClientExceptionMapper
    static @Nullable RuntimeException failure(Response response) {
        return NeighbourFailed.of(response);
    }

    /** A page of cycles. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record CyclePage(List<Cycle> items, long total) {}

    /** A cycle, as far as it matters here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Cycle(String cycle, Period period, String status) {}

    /** First and last day. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Period(LocalDate start, LocalDate end) {}

    /** Milestones that changed, at most as many as asked for, and the cursor to go on from. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record MilestoneChanges(List<Milestone> items, String cursor) {}

    /** What somebody said about a milestone. */
    record MilestoneChange(DeadlineStatus status, String reason) {}
}

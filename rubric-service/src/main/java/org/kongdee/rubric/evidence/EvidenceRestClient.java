package org.kongdee.rubric.evidence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.rest.client.reactive.jackson.ClientObjectMapper;
import io.smallrye.faulttolerance.api.RetryWhen;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.json.StrictJson;
import org.kongdee.web.neighbour.NeighbourFailed;
import org.kongdee.web.neighbour.NeighbourFilter;
import org.kongdee.web.neighbour.Unauthorized;

/** What this service uses of evidence-service's contract. */
@Path("/v1")
@RegisterRestClient(configKey = "evidence-service")
@RegisterProvider(NeighbourFilter.class)
@Retry(maxRetries = 1, delay = 0, jitter = 0)
@RetryWhen(result = Unauthorized.Answer.class, exception = Unauthorized.Refusal.class)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface EvidenceRestClient {

    @PUT
    @Path("/collections/{collection}")
    @Nullable Registered putCollection(
            @PathParam("collection") String collection,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            Collection content);

    @POST
    @Path("/collections/{collection}/units")
    @Nullable Enrolled enrol(@PathParam("collection") String collection, List<EnrolledUnit> units);

    @GET
    @Path("/changes")
    ItemChanges changes(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") int limit);

    @GET
    @Path("/collections/{collection}/units/{unit}/items")
    UnitItems items(@PathParam("collection") String collection, @PathParam("unit") String unit);

    @ClientObjectMapper
    static ObjectMapper reader(ObjectMapper mapper) {
        return StrictJson.trusting(mapper);
    }

    @ClientExceptionMapper
    static @Nullable RuntimeException failure(Response response) {
        return NeighbourFailed.of(response);
    }

    /** A collection as it is there now. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Registered(@Nullable String status) {}

    /** What enrolling units did. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Enrolled(int created, int changed, int unchanged) {}

    /** What was touched after a cursor, and where to go on. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ItemChanges(List<TouchedUnit> changes, String next, boolean more) {}

    /** A unit whose evidence was touched. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record TouchedUnit(String collection, String unit) {}

    /** The items of a unit. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UnitItems(List<CountedItem> items) {}
}

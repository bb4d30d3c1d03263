package org.kongdee.rubric.score;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;

/** The history of an assessment's scores over HTTP. */
@Path("/v1/cycles/{cycle}/assessments/{unit}/history")
@Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
@Tag(name = "Scores")
public class HistoryResource {

    private final HistoryService service;
    private final Ndjson ndjson;

    HistoryResource(HistoryService service, Ndjson ndjson) {
        this.service = service;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION})
    @Operation(
            summary = "List who changed which score",
            description =
                    "Pages begin with the newest change. NDJSON has the whole history, the oldest first, so that the chain of hashes can be"
                            + " followed; how a hash is made stands at the schema.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole history as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = HistoryPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = HistoryEntry.class))
            })
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public Response listHistory(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(description = "Only this criterion") @QueryParam("criterion")
                    @Nullable String criterion,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return Ndjson.isAsked(headers)
                ? ndjson.stream(
                        sink -> service.stream(cycle, unit, criterion, Ndjson.unchecked(sink)))
                : service.list(cycle, unit, criterion, paging).respond(uri).toResponse();
    }

    /**
     * A page of the history.
     *
     * <p>For the contract only.
     */
    @Schema(name = "HistoryPage")
    private record HistoryPage(List<HistoryEntry> items, int page, int size, long total) {}
}

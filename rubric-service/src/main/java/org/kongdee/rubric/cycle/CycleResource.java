package org.kongdee.rubric.cycle;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTHOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Keys;

/** Cycles over HTTP. */
@Path("/v1/cycles")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles", description = "One year's use of a rubric")
public class CycleResource {

    private final CycleService service;
    private final Ndjson ndjson;

    CycleResource(CycleService service, Ndjson ndjson) {
        this.service = service;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(summary = "List cycles", description = "Ordered by key.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CyclePage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = CycleView.class))
            })
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    public Response listCycles(
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @Context Request request) {
        // Refused before anything is answered, 304 too.
        int unused = paging.offset();
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.stream(Ndjson.unchecked(sink)))
                : ETags.answer(
                                request,
                                ETags.of(service.listVersion()),
                                () -> service.list(paging).links(uri))
                        .toResponse();
    }

    @GET
    @Path("/{cycle}")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(summary = "Get a cycle")
    @APIResponse(
            responseCode = "200",
            description = "The cycle",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "No such cycle")
    public RestResponse<CycleView> getCycle(
            @PathParam("cycle") String cycle, @Context Request request) {
        return service.get(cycle).respond(request);
    }

    @PUT
    @Path("/{cycle}")
    @RolesAllowed(ORGANISER)
    @Operation(
            summary = "Create or change a cycle",
            description =
                    "A new cycle is a DRAFT. Once it is open, its rubric, period and review are fixed; once closed, all of it.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @Refuses(
            status = 409,
            types = {"cycle-open", "cycle-closed"},
            when = "Open or closed, and this would change what is fixed")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = {"unknown-rubric", "out-of-order", "period-too-long", "date-outside-period"},
            when =
                    "No such rubric, more than 366 days or none, or a month-day of the rubric outside the period")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<CycleView> putCycle(
            @PathParam("cycle") @Pattern(regexp = Keys.LOWER, message = Keys.LOWER_HINT)
                    String cycle,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PutCycle command) {
        return service.put(cycle, command, IfMatch.parse(ifMatch)).respond();
    }

    /**
     * A page of cycles.
     *
     * <p>For the contract only.
     */
    @Schema(name = "CyclePage")
    private record CyclePage(List<CycleView> items, int page, int size, long total) {}
}

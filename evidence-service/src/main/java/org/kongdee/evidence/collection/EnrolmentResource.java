package org.kongdee.evidence.collection;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Keys;

/** The units of a collection over HTTP. */
@Path("/v1/collections/{collection}/units")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units", description = "Who takes part in a collection")
public class EnrolmentResource {

    private static final String UNIT_EXAMPLE =
            """
            {"title":{"en":"Office of the Secretary","th":"สำนักงานเลขานุการกรม"},
             "sections":[{"code":"LEGAL","title":{"en":"Legal affairs","th":"ส่วนนิติการ"}}]}
            """;
    private static final String MANY_EXAMPLE =
            """
            [{"unit":"SLK","title":{"en":"Office of the Secretary","th":"สำนักงานเลขานุการกรม"},
              "sections":[{"code":"LEGAL","title":{"en":"Legal affairs","th":"ส่วนนิติการ"}}]}]
            """;

    private final EnrolmentService service;
    private final CollectionService collections;
    private final Idempotency idempotency;
    private final Ndjson ndjson;

    EnrolmentResource(
            EnrolmentService service,
            CollectionService collections,
            Idempotency idempotency,
            Ndjson ndjson) {
        this.service = service;
        this.collections = collections;
        this.idempotency = idempotency;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, SERVICE})
    @Operation(
            summary = "List the units of a collection",
            description = "Ordered by key. An officer sees the own unit only.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UnitPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = UnitView.class))
            })
    @Refuses(status = 404, when = "No such collection")
    public Response listUnits(
            @PathParam("collection") String collection,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        collections.mustExist(collection);
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.each(collection, Ndjson.unchecked(sink)))
                : service.list(collection, paging).respond(uri).toResponse();
    }

    @POST
    @TakesBody(most = TakesBody.MANY)
    @RolesAllowed({ORGANISER, SERVICE})
    @Operation(
            summary = "Enrol many units",
            description =
                    "All or none. Units that are there already get this title and these sections. What was filed for a section that goes stays.")
    @APIResponse(
            responseCode = "200",
            description = "How many were new, changed and as they were",
            content = @Content(schema = @Schema(implementation = EnrolOutcome.class)))
    @Refuses(status = 404, when = "No such collection")
    @Refuses(
            status = 422,
            types = "duplicate-code",
            when = "A unit stands twice, or a section in one unit")
    public RestResponse<EnrolOutcome> enrolUnits(
            @PathParam("collection") String collection,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = EnrolUnit[].class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "one unit",
                                                            value = MANY_EXAMPLE)))
                    @NotNull
                    @Size(min = 1, max = 10_000)
                    List<@NotNull @Valid EnrolUnit> command,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(
                command, () -> RestResponse.ok(service.putAll(collection, command)));
    }

    @GET
    @Path("/{unit}")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, SERVICE})
    @Operation(summary = "Get a unit of a collection")
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public RestResponse<UnitView> getUnit(
            @PathParam("collection") String collection,
            @PathParam("unit") String unit,
            @Context Request request) {
        return service.read(collection, unit).respond(request);
    }

    @PUT
    @Path("/{unit}")
    @RolesAllowed({ORGANISER, SERVICE})
    @Operation(
            summary = "Enrol or change a unit",
            description =
                    "The same content again changes nothing. What was filed for a section that goes stays and counts; new items can't name it.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Enrolled",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @Refuses(status = 404, when = "No such collection")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 422, types = "duplicate-code", when = "A section stands twice")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<UnitView> putUnit(
            @PathParam("collection") String collection,
            @PathParam("unit") @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT) String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PutUnit.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "secretariat",
                                                            value = UNIT_EXAMPLE)))
                    @NotNull
                    @Valid
                    PutUnit command) {
        return service.put(collection, unit, command, IfMatch.parse(ifMatch)).respond();
    }

    /**
     * A page of units.
     *
     * <p>For the contract only.
     */
    @Schema(name = "EnrolledUnitPage")
    private record UnitPage(List<UnitView> items, int page, int size, long total) {}
}

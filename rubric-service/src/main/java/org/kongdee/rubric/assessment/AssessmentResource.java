package org.kongdee.rubric.assessment;

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
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
import org.kongdee.rubric.rubric.UnitGroups;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.BulkView;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.problem.Problem;

/** Enrolled units over HTTP. */
@Path("/v1/cycles/{cycle}/assessments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Assessments", description = "Units in a cycle")
public class AssessmentResource {

    private final AssessmentService service;
    private final Bulk bulk;
    private final Idempotency idempotency;
    private final Ndjson ndjson;

    AssessmentResource(
            AssessmentService service, Bulk bulk, Idempotency idempotency, Ndjson ndjson) {
        this.service = service;
        this.bulk = bulk;
        this.idempotency = idempotency;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List the enrolled units",
            description =
                    "With the totals of both stages, ordered by unit. An officer sees the own unit only.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AssessmentPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = AssessmentView.class))
            })
    @Refuses(status = 404, when = "No such cycle")
    @Refuses(status = 422, types = UnitGroups.UNKNOWN, when = "The rubric has no such group")
    public Response listAssessments(
            @PathParam("cycle") String cycle,
            @Parameter(description = "Only units of this group of the rubric's", example = "SMALL")
                    @QueryParam("group")
                    @Nullable String group,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.stream(cycle, group, Ndjson.unchecked(sink)))
                : service.list(cycle, group, paging).respond(uri).toResponse();
    }

    @POST
    @TakesBody(most = TakesBody.MANY)
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, AUTOMATION})
    @Operation(
            summary = "Enrol many units",
            description =
                    "Each line answers for itself; a unit that is enrolled already stays as it is, and one that is enrolled in another group is refused. At most 10,000 lines and 4 MiB.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = EnrolmentOutcomes.class)))
    @Refuses(status = 404, when = "No such cycle")
    @Refuses(status = 409, types = "cycle-closed", when = "The cycle is closed")
    public RestResponse<BulkView> enrolUnits(
            @PathParam("cycle") String cycle,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = EnrolUnit[].class),
                                        examples =
                                                @ExampleObject(
                                                        name = "two units",
                                                        value =
                                                                "[{\"unit\":\"SLK\"},{\"unit\":\"KPI\"}]")),
                                @Content(
                                        mediaType = Ndjson.MEDIA_TYPE,
                                        schema = @Schema(implementation = EnrolUnit.class))
                            })
                    InputStream body,
            @Context HttpHeaders headers,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        byte[] bytes = bulk.bytes(body, TakesBody.MANY);
        List<Line<EnrolUnit>> lines = bulk.lines(bytes, headers.getMediaType(), EnrolUnit.class);
        return idempotency.onceBytes(
                bytes,
                () ->
                        RestResponse.ok(
                                bulk.view(
                                        service.enrolAll(cycle, lines), List.of("unit", "etag"))));
    }

    @GET
    @Path("/{unit}")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get an enrolled unit",
            description =
                    "Its state, sections and the totals of both stages; its claims stand under scores.")
    @APIResponse(
            responseCode = "200",
            description = "The assessment",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public RestResponse<AssessmentView> getAssessment(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Context Request request) {
        return service.get(cycle, unit).respond(request);
    }

    @PUT
    @Path("/{unit}")
    @RolesAllowed({ORGANISER, AUTOMATION})
    @Operation(
            summary = "Enrol a unit",
            description =
                    "Copies the sections that the unit has now; enrolling again changes nothing. Where the rubric has groups of units, the body names the unit's;"
                            + " it can be changed, with If-Match, while the cycle is DRAFT. Without groups no body is needed.")
    @APIResponse(
            responseCode = "200",
            description = "It was enrolled already, or is in another group now",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Enrolled",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @Refuses(status = 404, when = "No such cycle or unit")
    @Refuses(
            status = 409,
            types = {"cycle-closed", "cycle-open"},
            when = "The cycle is closed; or it is open, and the unit is in another group")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = UnitGroups.UNKNOWN,
            when = "The rubric has no such group, or has groups and none is named")
    @Refuses(status = 428, when = "The unit is in another group, and If-Match is missing")
    public RestResponse<AssessmentView> enrolUnit(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = false) @Valid @Nullable PutAssessment command) {
        PutAssessment wanted = command == null ? PutAssessment.PLAIN : command;
        return service.enrol(cycle, unit, wanted.group(), IfMatch.parse(ifMatch)).respond();
    }

    /**
     * What became of many units to enrol.
     *
     * <p>For the contract only.
     *
     * @param accepted how many lines were taken
     * @param rejected how many were not
     * @param outcomes one a line, in the order of the lines
     */
    @Schema(name = "EnrolmentOutcomes")
    private record EnrolmentOutcomes(int accepted, int rejected, List<EnrolmentOutcome> outcomes) {}

    /**
     * What became of one unit to enrol.
     *
     * <p>For the contract only.
     *
     * @param line of the body, counted from 1, empty ones too; of a JSON array its element
     * @param status 201 enrolled, 200 enrolled before, else why not
     * @param problem why it was refused; null if it was taken
     * @param unit key of the unit; null if it was refused
     * @param etag of its assessment as it stands now; null if it was refused
     */
    @Schema(name = "EnrolmentOutcome")
    private record EnrolmentOutcome(
            int line,
            int status,
            @Nullable Problem problem,
            @Nullable String unit,
            @Schema(examples = "\"7\"") @Nullable String etag) {}

    /**
     * A page of enrolled units.
     *
     * <p>For the contract only.
     */
    @Schema(name = "AssessmentPage")
    private record AssessmentPage(List<AssessmentView> items, int page, int size, long total) {}
}

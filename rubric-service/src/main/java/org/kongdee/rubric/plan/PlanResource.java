package org.kongdee.rubric.plan;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTHOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.rubric.DocumentContract;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;

/** Plans over HTTP. */
@Path("/v1/cycles/{cycle}/assessments/{unit}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plans", description = "Who answers for a criterion in a unit, how, and by when")
public class PlanResource {

    private static final String YAML = "application/yaml";
    private static final String OTHER_YAML = "application/x-yaml";
    private static final String TEXT_YAML = "text/yaml";

    private static final String REASON =
            "Why; needed if a milestone of an open cycle moves or goes, and kept with it";

    private final PlanService service;
    private final PlanCopies copies;
    private final SectionChanges sections;
    private final Bulk bulk;
    private final Idempotency idempotency;

    PlanResource(
            PlanService service,
            PlanCopies copies,
            SectionChanges sections,
            Bulk bulk,
            Idempotency idempotency) {
        this.service = service;
        this.copies = copies;
        this.sections = sections;
        this.bulk = bulk;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/plan")
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get a unit's plan",
            description =
                    "As JSON, with what is odd about it; or as the YAML document alone. A unit that has planned nothing has a plan in which nothing"
                            + " stands.")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = PlanView.class)),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public Response getPlan(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Context Request request,
            @Context HttpHeaders headers) {
        boolean yaml = headers.getAcceptableMediaTypes().getFirst().toString().startsWith(YAML);
        return yaml
                ? service.yaml(cycle, unit).respond(request).toResponse()
                : service.get(cycle, unit).respond(request).toResponse();
    }

    @PUT
    @Path("/plan")
    @Consumes({MediaType.APPLICATION_JSON, YAML, OTHER_YAML, TEXT_YAML})
    @RolesAllowed({ORGANISER, OFFICER})
    @Operation(
            summary = "Write a unit's plan",
            description =
                    "The whole: what is not in it is planned no longer. In JSON or YAML (docs/plans.md), while the cycle is DRAFT or OPEN. Reports"
                            + " every fault at once, each with its place. In an open cycle milestones follow at once, and one that moves or goes"
                            + " needs a reason.")
    @APIResponse(
            responseCode = "200",
            description = "Written, or as it was",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "201",
            description = "The unit's first plan",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @Refuses(status = 403, when = "Not an officer of the unit, nor an organiser")
    @Refuses(status = 404, when = "Not enrolled")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is closed")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = {"invalid-plan", "reason-needed"},
            when =
                    "The plan has faults: errors[] has pointer, line and column of each; or milestones move or go without a reason")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<PlanView> putPlan(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(description = REASON, example = "The form came late") @QueryParam("reason")
                    @Nullable String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(ref = DocumentContract.PLAN),
                                        examples =
                                                @ExampleObject(
                                                        name = "one criterion",
                                                        value = Examples.PLAN)),
                                @Content(
                                        mediaType = YAML,
                                        schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body) {
        return service.put(
                        cycle,
                        unit,
                        bulk.bytes(body, PlanDocument.MAX_BYTES),
                        IfMatch.parse(ifMatch),
                        Reason.of(reason))
                .respond();
    }

    @GET
    @Path("/plan/criteria/{criterion}")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get what a unit has planned for a criterion",
            description = "It has an ETag of its own, so that sections can write side by side.")
    @APIResponse(
            responseCode = "200",
            description = "What is planned",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PlanEntryView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(
            status = 404,
            when = "Not enrolled, another unit than the officer's own, or nothing is planned")
    public RestResponse<PlanEntryView> getPlannedCriterion(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Context Request request) {
        return service.entry(cycle, unit, criterion).respond(request);
    }

    @PUT
    @Path("/plan/criteria/{criterion}")
    @Consumes({MediaType.APPLICATION_JSON, YAML, OTHER_YAML, TEXT_YAML})
    @RolesAllowed({ORGANISER, OFFICER})
    @Operation(
            summary = "Write what a unit has planned for a criterion",
            description = "In JSON or YAML; otherwise as the whole plan.")
    @APIResponse(
            responseCode = "200",
            description = "Written, or as it was",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PlanEntryView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Nothing was planned before",
            headers = @Header(name = "ETag", ref = "ETag"),
            content = @Content(schema = @Schema(implementation = PlanEntryView.class)))
    @Refuses(status = 403, when = "Not an officer of the unit, nor an organiser")
    @Refuses(status = 404, when = "Not enrolled, or the rubric has no such criterion")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is closed")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = {"invalid-plan", "reason-needed"},
            when =
                    "It has faults: errors[] has pointer, line and column of each; or milestones move or go without a reason")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<PlanEntryView> putPlannedCriterion(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Parameter(description = REASON, example = "The form came late") @QueryParam("reason")
                    @Nullable String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(ref = DocumentContract.PLAN_ENTRY),
                                        examples =
                                                @ExampleObject(
                                                        name = "two channels by 15 January",
                                                        value = Examples.ENTRY)),
                                @Content(
                                        mediaType = YAML,
                                        schema = @Schema(type = SchemaType.STRING))
                            })
                    InputStream body) {
        return service.putEntry(
                        cycle,
                        unit,
                        criterion,
                        bulk.bytes(body, PlanDocument.MAX_BYTES),
                        IfMatch.parse(ifMatch),
                        Reason.of(reason))
                .respond();
    }

    @DELETE
    @Path("/plan/criteria/{criterion}")
    @RolesAllowed({ORGANISER, OFFICER})
    @Operation(
            summary = "Delete what a unit has planned for a criterion",
            description = "Its milestones are cancelled; what was done stays in their history.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @Refuses(status = 403, when = "Not an officer of the unit, nor an organiser")
    @Refuses(status = 404, when = "Not enrolled, or nothing is planned")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is closed")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 422, types = "reason-needed", when = "Milestones go without a reason")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deletePlannedCriterion(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Parameter(description = REASON, example = "The form came late") @QueryParam("reason")
                    @Nullable String reason,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.deleteEntry(cycle, unit, criterion, IfMatch.parse(ifMatch), Reason.of(reason));
    }

    @POST
    @Path("/plan/copy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({ORGANISER, OFFICER})
    @Operation(
            summary = "Copy a plan",
            description =
                    "Last year's, or for organisers another unit's. Month-days stay, ISO dates move by whole years, ALL stays; persons come along"
                            + " within the unit only, and what came of it stays behind. What has no place here is left out, and told as a hole.")
    @APIResponse(
            responseCode = "200",
            description = "What the copy brought; with dryRun, what it would bring",
            content = @Content(schema = @Schema(implementation = CopiedPlan.class)))
    @Refuses(
            status = 403,
            when =
                    "Not an officer of the unit, nor an organiser; or another unit's plan, and not an organiser")
    @Refuses(
            status = 404,
            when = "Either unit is not enrolled there, or is another than the officer's own")
    @Refuses(
            status = 409,
            types = {"cycle-state", "plan-exists"},
            when = "The cycle is closed, or the unit has a plan and replace is not sent")
    @Refuses(
            status = 422,
            types = {"reason-needed", "unknown-section"},
            when =
                    "Milestones move or go without a reason, or a section is named that the unit has not got")
    public RestResponse<CopiedPlan> copyPlan(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey,
            @NotNull @Valid CopyPlan wanted) {
        return idempotency.once(wanted, () -> RestResponse.ok(copies.copy(cycle, unit, wanted)));
    }

    @GET
    @Path("/plan/history")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List the changes of a unit's plan",
            description = "The newest first: who planned what, what it was before, and why.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = PlanHistoryPage.class)))
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public RestResponse<Page<PlanHistoryEntry>> listPlanHistory(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.history(cycle, unit, paging).respond(uri);
    }

    @POST
    @Path("/sections")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ORGANISER)
    @Operation(
            summary = "Take over the sections that a unit has now",
            description =
                    "An assessment keeps the sections that its unit had when it was enrolled; this brings it up to date, and evidence-service with"
                            + " it. A section that goes leaves the plan, and what nobody else owes is told as a hole; one that joins owes what"
                            + " every section owes from today on.")
    @APIResponse(
            responseCode = "200",
            description = "What became of it; with dryRun, what would",
            content = @Content(schema = @Schema(implementation = SectionsTakenOver.class)))
    @Refuses(status = 404, when = "Not enrolled")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is closed")
    @Refuses(
            status = 422,
            types = "unknown-section",
            when = "A section is named that does not go, or one that the unit has not got")
    public RestResponse<SectionsTakenOver> takeOverSections(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey,
            @NotNull @Valid TakeOverSections wanted) {
        return idempotency.once(
                wanted, () -> RestResponse.ok(sections.takeOver(cycle, unit, wanted)));
    }

    /**
     * A page of changes of a plan.
     *
     * <p>For the contract only.
     */
    @Schema(name = "PlanHistoryPage")
    private record PlanHistoryPage(List<PlanHistoryEntry> items, int page, int size, long total) {}
}

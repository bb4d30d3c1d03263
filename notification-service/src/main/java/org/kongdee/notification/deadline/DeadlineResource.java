package org.kongdee.notification.deadline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineView.DueDate;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Multiline;

@Path("/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Deadlines",
        description = "Milestones as mirrored from rubric-service, and other obligations.")
public class DeadlineResource {

    private static final String ID =
            "Id of the deadline: a UUID, or of a milestone its cycle, unit, criterion and code, and the section where each owes it";
    private static final String OWN = "0b2f6a52-5d0e-4d7e-9d53-0a7c9f7f2a11";
    private static final String MILESTONE = "division-contest-2565:SLK:1.1.3:1";

    private final DeadlineService service;
    private final Idempotency idempotency;

    DeadlineResource(DeadlineService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Enter an obligation that is no milestone",
            description =
                    "Single (due), or recurring by RFC 5545 (start and rrule): the spending report on the 30th of each month,"
                            + " in February on the last day, is FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1.")
    @APIResponse(
            responseCode = "201",
            description = "Entered",
            content = @Content(schema = @Schema(implementation = DeadlineView.class)))
    @Refuses(
            status = 422,
            types = "invalid-deadline",
            when = "It has neither one due date nor a valid rule, or not one kind of owner")
    public RestResponse<DeadlineView> createDeadline(
            @Valid @NotNull(message = "a body is required") CreateDeadline body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(
                body,
                () -> {
                    Versioned<DeadlineView> created = service.create(body);
                    return ResponseBuilder.create(Status.CREATED, created.view())
                            .header(HttpHeaders.LOCATION, "/v1/deadlines/" + created.view().id())
                            .header(HttpHeaders.ETAG, created.etag())
                            .build();
                });
    }

    @GET
    @RolesAllowed({
        Roles.ORGANISER,
        Roles.OFFICER,
        Roles.VIEWER,
        Roles.ASSESSOR,
        Roles.AUTOMATION,
        Roles.SERVICE
    })
    @Operation(
            summary = "What is due",
            description =
                    "Every due date in the period, recurring ones one by one, at most 400 days; by default the 90 days from today."
                            + " An officer sees the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = DueDatePage.class)))
    @Refuses(
            status = 422,
            types = "invalid-period",
            when = "The period ends before it begins, or is longer than 400 days")
    public RestResponse<Page<DueDate>> listDueDates(
            @Parameter(
                            description =
                                    "The first due date; left out, 90 days before `to`, or today",
                            example = "2022-01-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(
                            description =
                                    "The last due date, at most 400 days after `from`; left out, 90 days after it",
                            example = "2022-03-31",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable String to,
            @QueryParam("unit") @Nullable String unit,
            @Parameter(
                            description = "Only what is in this status; left out, in any",
                            schema = @Schema(implementation = DeadlineStatus.class))
                    @QueryParam("status")
                    @Nullable String status,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.list(
                        Params.date("from", from).orElse(null),
                        Params.date("to", to).orElse(null),
                        unit,
                        status == null
                                ? null
                                : Params.oneOf("status", status, DeadlineStatus.class),
                        paging)
                .respond(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Roles.ORGANISER,
        Roles.OFFICER,
        Roles.VIEWER,
        Roles.ASSESSOR,
        Roles.AUTOMATION,
        Roles.SERVICE
    })
    @Operation(summary = "One deadline")
    @APIResponse(
            responseCode = "200",
            description = "The deadline",
            content = @Content(schema = @Schema(implementation = DeadlineView.class)))
    @APIResponse(responseCode = "304", description = "It is as the caller saw it")
    @Refuses(status = 404, when = "There is no such deadline")
    public RestResponse<DeadlineView> getDeadline(
            @Parameter(description = ID, example = MILESTONE) @PathParam("id") String id,
            @Context Request request) {
        return service.get(id).respond(request);
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Change a deadline",
            description =
                    "What is absent or null stays. A deadline that moves is reminded of afresh. Milestones are changed in rubric-service.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = DeadlineView.class)))
    @Refuses(status = 404, when = "There is no such deadline")
    @Refuses(status = 409, types = "mirrored-milestone", when = "It is a milestone")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(
            status = 422,
            types = "invalid-deadline",
            when = "It has neither one due date nor a valid rule, or not one kind of owner")
    @Refuses(status = 428, when = "If-Match is missing")
    public RestResponse<DeadlineView> patchDeadline(
            @Parameter(description = ID, example = OWN) @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull(message = "a body is required") PatchDeadline body) {
        Versioned<DeadlineView> changed = service.patch(id, body, IfMatch.parse(ifMatch));
        return ResponseBuilder.ok(changed.view()).header(HttpHeaders.ETAG, changed.etag()).build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Drop a deadline",
            description = "It is not mentioned again; what was sent about it stays on record.")
    @APIResponse(responseCode = "204", description = "Dropped")
    @Refuses(status = 404, when = "There is no such deadline")
    @Refuses(status = 409, types = "mirrored-milestone", when = "It is a milestone")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deleteDeadline(
            @Parameter(description = ID, example = OWN) @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(id, IfMatch.parse(ifMatch));
    }

    @POST
    @Path("/{id}/occurrences/{date}/done")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER})
    @Operation(
            summary = "Mark one due date as done",
            description =
                    "Nobody is reminded of it any more. A milestone's is told to rubric-service. Saying so twice is saying it once.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = DueDate.class)))
    @Refuses(status = 404, when = "Nothing is due then")
    @Refuses(status = 409, types = "deadline-settled", when = "It is met, waived or cancelled")
    public RestResponse<DueDate> completeOccurrence(
            @Parameter(description = ID, example = MILESTONE) @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @PathParam("date")
                    String date,
            @RequestBody(required = false) @Valid @Nullable DoneReason body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        String reason = body == null || body.reason() == null ? "done" : body.reason();
        return idempotency.once(
                body,
                () ->
                        RestResponse.ok(
                                service.doneByCaller(
                                        id, Params.date("date", date).orElseThrow(), reason)));
    }

    @DELETE
    @Path("/{id}/occurrences/{date}/done")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER})
    @Operation(summary = "Take back that a due date is done")
    @APIResponse(
            responseCode = "200",
            description = "Open again",
            content = @Content(schema = @Schema(implementation = DueDate.class)))
    @Refuses(status = 404, when = "Nothing is due then")
    public DueDate reopenOccurrence(
            @Parameter(description = ID, example = MILESTONE) @PathParam("id") String id,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @PathParam("date")
                    String date) {
        return service.undoByCaller(id, Params.date("date", date).orElseThrow());
    }

    /**
     * Why something counts as done. The body may be left out.
     *
     * @param reason for the record, and for rubric-service if it is a milestone; null means "done"
     */
    @Schema(examples = "{\"reason\": \"handed in on paper\"}")
    record DoneReason(
            @Multiline @Nullable @Size(max = 1000, message = "reason has at most 1,000 characters")
                    String reason) {}

    /** Due dates, the earliest first. */
    @Schema(name = "DueDatePage")
    record DueDatePage(List<DueDate> items, int page, int size, long total) {}
}

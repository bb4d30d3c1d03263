package org.kongdee.notification.deadline;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineView.DueDate;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Roles;

@Path("/v1/deadlines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Deadlines",
        description = "All that is due: milestones as mirrored from rubric-service, and tasks.")
public class DeadlineResource {

    private static final String ID =
            "Id of the deadline: of a milestone its cycle, unit, criterion and code, and the section where each owes it; of a task its key";
    private static final String MILESTONE = "division-contest-2565:SLK:1.1.3:1";

    private final DeadlineService service;

    DeadlineResource(DeadlineService service) {
        this.service = service;
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
                    "Every due date in the period, of milestones and tasks, recurring ones one by one, at most 400 days; by default the 90 days"
                            + " from today. Tasks without a due date are in GET /v1/tasks. An officer sees the own unit.")
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

    /** Due dates, the earliest first. */
    @Schema(name = "DueDatePage")
    record DueDatePage(List<DueDate> items, int page, int size, long total) {}
}

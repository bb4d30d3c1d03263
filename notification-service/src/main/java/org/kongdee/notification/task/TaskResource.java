package org.kongdee.notification.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.DeadlineStatus;
import org.kongdee.notification.task.TaskRepository.TaskFilter;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Roles;

@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Tasks",
        description =
                "Who was told to do what by when, and the answer: resolutions of a meeting, reports that recur, loans falling due.")
public class TaskResource {

    private final TaskService service;
    private final Bulk bulk;
    private final Idempotency idempotency;

    TaskResource(TaskService service, Bulk bulk, Idempotency idempotency) {
        this.service = service;
        this.bulk = bulk;
        this.idempotency = idempotency;
    }

    @PUT
    @Path("/{task}")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Create or replace a task",
            description =
                    "With one due date, or recurring by RFC 5545 (start and rrule): the spending report on the 30th of each month, in"
                            + " February on the last day, is FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1. Or with neither. One that names"
                            + " nobody is the director's, and a gap. An officer writes those of the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or there already with the same content",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(
            status = 422,
            types = "invalid-task",
            when =
                    "It has both a due date and a rule, a rule that is none, a text that says nothing, or a figure twice")
    @Refuses(status = 428, when = "It is there and differs; send If-Match")
    public RestResponse<TaskView> putTask(
            @PathParam("task")
                    @Pattern(
                            regexp = PutTask.KEY,
                            message =
                                    "task is 1 to 64 letters, digits, dots, hyphens and underscores, beginning with a letter or digit, such as spending-report")
                    String task,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull(message = "a body is required") PutTask body) {
        return service.put(task, body, IfMatch.parse(ifMatch)).respond();
    }

    @GET
    @Path("/{task}")
    @RolesAllowed({
        Roles.ORGANISER,
        Roles.OFFICER,
        Roles.VIEWER,
        Roles.ASSESSOR,
        Roles.AUTOMATION,
        Roles.SERVICE
    })
    @Operation(summary = "One task", description = "An officer sees those of the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "The task",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @APIResponse(responseCode = "304", description = "It is as the caller saw it")
    @Refuses(status = 404, when = "There is no such task")
    public RestResponse<TaskView> getTask(
            @PathParam("task") String task, @Context Request request) {
        return service.get(task).respond(request);
    }

    @PATCH
    @Path("/{task}")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Change a task",
            description =
                    "What is absent or null stays. One that moves is reminded of afresh, and who owes it is told once that it moved.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = TaskView.class)))
    @Refuses(status = 404, when = "There is no such task")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(
            status = 422,
            types = "invalid-task",
            when =
                    "It has both a due date and a rule, a rule that is none, a text that says nothing, or a figure twice")
    @Refuses(status = 428, when = "If-Match is missing")
    public RestResponse<TaskView> patchTask(
            @PathParam("task") String task,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull(message = "a body is required") PatchTask body) {
        return service.patch(task, body, IfMatch.parse(ifMatch)).respond();
    }

    @DELETE
    @Path("/{task}")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Ask for a task no more",
            description =
                    "One that nobody has answered goes. Answers are never deleted: one that has any is CANCELLED, and shown with them."
                            + " What was sent about it stays on record.")
    @APIResponse(responseCode = "204", description = "It is not asked for any more")
    @Refuses(status = 404, when = "There is no such task")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deleteTask(
            @PathParam("task") String task, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(task, IfMatch.parse(ifMatch));
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
            summary = "List tasks",
            description = "By key. An officer sees those of the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = TaskPage.class)))
    public RestResponse<Page<TaskView>> listTasks(
            @QueryParam("unit") @Nullable String unit,
            @Parameter(
                            description =
                                    "Only what this section owes, such as LEGAL, also where every section does")
                    @QueryParam("section")
                    @Nullable String section,
            @QueryParam("recipient") @Nullable String recipient,
            @Parameter(description = "Only what was given in this meeting", example = "12/2564")
                    @QueryParam("meeting")
                    @Nullable String meeting,
            @Parameter(
                            description = "Only what is in this status; left out, in any",
                            schema = @Schema(implementation = DeadlineStatus.class))
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(
                            description = "Only what is due then or later (ISO, Gregorian)",
                            example = "2022-01-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("dueFrom")
                    @Nullable String dueFrom,
            @Parameter(
                            description = "Only what is due then or before (ISO, Gregorian)",
                            example = "2022-12-31",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("dueTo")
                    @Nullable String dueTo,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        TaskFilter filter =
                new TaskFilter(
                        unit,
                        section,
                        recipient,
                        meeting,
                        status == null
                                ? null
                                : Params.oneOf("status", status, DeadlineStatus.class));
        return service.list(
                        filter,
                        Params.date("dueFrom", dueFrom).orElse(null),
                        Params.date("dueTo", dueTo).orElse(null),
                        paging)
                .respond(uri);
    }

    @POST
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @TakesBody(most = TakesBody.MANY)
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @Operation(
            summary = "Create or replace many tasks",
            description =
                    "A JSON array, or NDJSON. Every line answers for itself, and the good ones are kept; the same lines again change"
                            + " nothing. At most 10,000 lines.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TaskLine[].class),
                        examples =
                                @ExampleObject(
                                        name = "json",
                                        value =
                                                """
                                                [{"task": "T12", "unit": "SLK", "title": {"en": "Find out which cost is the largest", "th": "พิจารณาว่าต้นทุนใดสูง"},
                                                  "given": {"by": "SECRETARY", "meeting": "12/2564", "item": "4.2 (3)", "on": "2021-12-20"},
                                                  "sections": ["EXECUTIVE-SUPPORT", "FINANCE"], "criteria": ["1.3.1", "7.1.1"]}]""")),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = TaskLine.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = TaskOutcomes.class)))
    public RestResponse<?> putTasks(
            InputStream body,
            @Context HttpHeaders headers,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        byte[] bytes = bulk.bytes(body, TakesBody.MANY);
        return idempotency.onceBytes(
                bytes,
                () ->
                        RestResponse.ok(
                                bulk.view(
                                        service.putAll(
                                                bulk.lines(
                                                        bytes,
                                                        headers.getMediaType(),
                                                        ObjectNode.class)),
                                        List.of("task", "etag"))));
    }

    @GET
    @Path("/{task}/history")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR, Roles.AUTOMATION})
    @Operation(
            summary = "What happened to a task",
            description =
                    "The newest first: how it was written, every answer, and what was taken back. It is kept also of a task that is gone.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = TaskHistoryPage.class)))
    @Refuses(status = 404, when = "There never was such a task")
    public RestResponse<Page<TaskHistoryView>> listTaskHistory(
            @PathParam("task") String task, @BeanParam Paging paging, @Context UriInfo uri) {
        return service.history(task, paging).respond(uri);
    }

    /** Tasks, by key. */
    @Schema(name = "TaskPage")
    record TaskPage(List<TaskView> items, int page, int size, long total) {}

    /** What happened, the newest first. */
    @Schema(name = "TaskHistoryPage")
    record TaskHistoryPage(List<TaskHistoryView> items, int page, int size, long total) {}
}

package org.kongdee.notification.task;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Roles;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;

@Path("/v1/tasks/{task}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks")
public class AnswerResource {

    private static final String CSV = TableFormat.CSV_TYPE;

    private final AnswerService service;
    private final Idempotency idempotency;
    private final Tables tables;

    AnswerResource(AnswerService service, Idempotency idempotency, Tables tables) {
        this.service = service;
        this.idempotency = idempotency;
        this.tables = tables;
    }

    @POST
    @Path("/done")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Answer a task: it is done",
            description =
                    "For all who owe it. Nobody is reminded of it any more; the others who owe it read so in their next mail. Saying so"
                            + " twice is saying it once: the first answer stays.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = Occurrence.class)))
    @Refuses(status = 404, when = "There is no such task")
    @Refuses(
            status = 409,
            types = {"deadline-settled", "task-recurs"},
            when = "It is cancelled, or a series")
    @Refuses(
            status = 422,
            types = "unknown-figure",
            when = "It states a figure that the task does not have")
    public RestResponse<Occurrence> answerTask(
            @PathParam("task") String task,
            @RequestBody(required = false) @Valid @Nullable Done body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return done(task, null, body);
    }

    @DELETE
    @Path("/done")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Take back that a task is done",
            description = "It is open again; the answer stays in its history.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content = @Content(schema = @Schema(implementation = Occurrence.class)))
    @Refuses(status = 404, when = "There is no such task")
    @Refuses(status = 409, types = "task-recurs", when = "It is a series")
    public Occurrence reopenTask(@PathParam("task") String task) {
        return service.undoneByCaller(task, null);
    }

    @POST
    @Path("/occurrences/{date}/done")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Answer one due date of a series: it is done",
            description = "Also of a task that is due once, on its date.")
    @APIResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = Occurrence.class)))
    @Refuses(status = 404, when = "There is no such task, or it is not due then")
    @Refuses(status = 409, types = "deadline-settled", when = "It is cancelled")
    @Refuses(
            status = 422,
            types = "unknown-figure",
            when = "It states a figure that the task does not have")
    public RestResponse<Occurrence> answerOccurrence(
            @PathParam("task") String task,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @PathParam("date")
                    String date,
            @RequestBody(required = false) @Valid @Nullable Done body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return done(task, Params.date("date", date).orElseThrow(), body);
    }

    private RestResponse<Occurrence> done(
            String task, @Nullable LocalDate due, @Nullable Done body) {
        return idempotency.once(
                body,
                () ->
                        RestResponse.ok(
                                service.doneByCaller(
                                        task,
                                        due,
                                        Objects.requireNonNullElse(body, Done.SILENTLY))));
    }

    @DELETE
    @Path("/occurrences/{date}/done")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.AUTOMATION})
    @Operation(
            summary = "Take back that one due date is done",
            description = "It is open again; the answer stays in the history of the task.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content = @Content(schema = @Schema(implementation = Occurrence.class)))
    @Refuses(status = 404, when = "There is no such task, or it is not due then")
    public Occurrence reopenOccurrence(
            @PathParam("task") String task,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @PathParam("date")
                    String date) {
        return service.undoneByCaller(task, Params.date("date", date).orElseThrow());
    }

    @GET
    @RunOnVirtualThread
    @Path("/occurrences")
    @RolesAllowed({
        Roles.ORGANISER,
        Roles.OFFICER,
        Roles.VIEWER,
        Roles.ASSESSOR,
        Roles.AUTOMATION,
        Roles.SERVICE
    })
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "The due dates of a task, with what came of each",
            description =
                    "The earliest first, at most ten years; by default from its start, for a year or up to today. With Accept: text/csv the"
                            + " table of its reports, in UTF-8: the columns due, status, overdue, doneAt, by, byName, then one for each"
                            + " figure by its code, answer and link, where what is null is empty.")
    @APIResponse(
            responseCode = "200",
            description = "The due dates",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Of the CSV only: the name to save it under",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = Occurrence[].class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    @Refuses(status = 404, when = "There is no such task")
    @Refuses(
            status = 422,
            types = "invalid-period",
            when = "The period ends before it begins, or is longer than ten years")
    public Response listOccurrences(
            @PathParam("task") String task,
            @Parameter(
                            description = "The first due date; left out, that of the task",
                            example = "2022-01-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("from")
                    @Nullable String from,
            @Parameter(
                            description =
                                    "The last due date; left out, a year after the first, or today",
                            example = "2022-12-31",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable String to,
            @Context HttpHeaders headers) {
        List<Occurrence> occurrences =
                service.occurrences(
                        task,
                        Params.date("from", from).orElse(null),
                        Params.date("to", to).orElse(null));
        Optional<TableFormat> asked = TableFormat.asked(headers);
        if (asked.isEmpty()) {
            return Response.ok(occurrences, MediaType.APPLICATION_JSON).build();
        }
        var table = new OccurrenceTable(service.figures(task));
        return tables.respond(
                asked.get(),
                task,
                OccurrenceTable.SHEET,
                table.columns(),
                rows -> {
                    for (Occurrence occurrence : occurrences) {
                        rows.row(table.cells(occurrence));
                    }
                });
    }
}

package org.kongdee.notification.reminder;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.message.MessageState;
import org.kongdee.notification.reminder.ReportRepository.ReminderFilter;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Roles;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;

@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reminders", description = "What was or will be said, to whom, and why not.")
public class ReminderResource {

    private static final String CSV = TableFormat.CSV_TYPE;

    private final ReminderService service;
    private final Ndjson ndjson;
    private final Tables tables;
    private final Idempotency idempotency;
    private final Clock clock;

    ReminderResource(
            ReminderService service,
            Ndjson ndjson,
            Tables tables,
            Idempotency idempotency,
            Clock clock) {
        this.service = service;
        this.ndjson = ndjson;
        this.tables = tables;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @RunOnVirtualThread
    @Path("/reminders")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR})
    @Produces({MediaType.APPLICATION_JSON, CSV, Ndjson.MEDIA_TYPE})
    @Operation(
            summary = "Reminders and what became of them",
            description =
                    "The newest first. With Accept: application/x-ndjson the whole list, a reminder a line; with text/csv, the columns"
                            + " id, date, status, reason, recipient, email, unit, deadline, occasion, due, leadDays, daysLeft, attempts, sentAt"
                            + " and reply, in UTF-8, where what is null is empty. An officer sees the own unit; addresses and replies are"
                            + " shown to organisers and officers.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Of the CSV only: the name to save it under",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReminderPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = ReminderView.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class))
            })
    public Response listReminders(
            @Parameter(
                            description = "Only what is in this state; left out, in any",
                            schema = @Schema(implementation = MessageState.class))
                    @QueryParam("status")
                    @Nullable String status,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("recipient") @Nullable String recipient,
            @QueryParam("deadline") @Nullable String deadline,
            @Parameter(
                            description = "Only of the pass of this day (ISO, Gregorian)",
                            example = "2022-01-07",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("date")
                    @Nullable String date,
            @BeanParam Paging paging,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        ReminderFilter filter =
                new ReminderFilter(
                        unit,
                        recipient,
                        deadline,
                        Params.date("date", date).orElse(null),
                        status == null
                                ? null
                                : Params.oneOf("status", status, MessageState.class).name());
        Optional<TableFormat> table = TableFormat.asked(headers);
        if (table.isPresent()) {
            return tables.respond(
                    table.get(),
                    ReminderTable.SHEET,
                    ReminderTable.SHEET,
                    ReminderTable.COLUMNS,
                    rows -> service.each(filter, ReminderTable.rows(rows)));
        }
        if (Ndjson.isAsked(headers)) {
            return ndjson.stream(sink -> service.each(filter, Ndjson.unchecked(sink)::accept));
        }
        return service.list(filter, paging)
                .links(uri)
                .type(MediaType.APPLICATION_JSON)
                .build()
                .toResponse();
    }

    @GET
    @Path("/reminders/{id}")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR})
    @Operation(summary = "One reminder")
    @APIResponse(
            responseCode = "200",
            description = "The reminder",
            content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @Refuses(status = 404, when = "There is no such reminder")
    public ReminderView getReminder(@PathParam("id") String id) {
        return service.get(uuid(id));
    }

    @POST
    @Path("/reminders/{id}/snooze")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER})
    @Operation(
            summary = "Remind the recipient again later",
            description =
                    "In 1 to 7 days, on a working day and never past the due date; until then they hear nothing of this deadline.")
    @APIResponse(
            responseCode = "200",
            description = "When they are reminded again",
            content = @Content(schema = @Schema(implementation = Snoozed.class)))
    @Refuses(status = 404, when = "There is no such reminder")
    @Refuses(
            status = 409,
            types = "deadline-settled",
            when = "The deadline is settled, gone or has moved")
    @Refuses(
            status = 422,
            types = "snooze-past-due",
            when = "No working day is left before the due date")
    public RestResponse<Snoozed> snoozeReminder(
            @PathParam("id") String id,
            @Valid @NotNull(message = "a body is required") Snooze body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(
                body, () -> RestResponse.ok(new Snoozed(service.snooze(uuid(id), body.days()))));
    }

    @POST
    @Path("/reminders/{id}/resend")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Send the mail of a reminder again",
            description =
                    "The whole digest, with the same Message-ID. This is the only way in which an unconfirmed mail is ever sent twice.")
    @APIResponse(
            responseCode = "200",
            description = "It is queued",
            content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @Refuses(status = 404, when = "There is no such reminder")
    @Refuses(
            status = 409,
            types = "not-resendable",
            when = "The mail has not been tried, is being sent, or was suppressed")
    public RestResponse<ReminderView> resendReminder(
            @PathParam("id") String id,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(null, () -> RestResponse.ok(service.resend(uuid(id))));
    }

    @GET
    @Path("/gaps")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR})
    @Operation(
            summary = "Sections, units and persons that nobody is told about",
            description =
                    "Of open deadlines from a year back to a year ahead, and tasks without a due date. A person whom a plan or a task names,"
                            + " and who is no recipient, is a gap too.")
    @APIResponse(responseCode = "200", description = "The gaps, by unit, section and person")
    public List<CoverageGap> listGaps(@QueryParam("unit") @Nullable String unit) {
        return service.gaps(unit, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw NotFound.of("reminder", id);
        }
    }

    /**
     * For how long.
     *
     * @param days days from today, 1 to 7; the day moves to a working day
     */
    @Schema(examples = "{\"days\": 2}")
    record Snooze(
            @NotNull(message = "days is required")
                    @Min(value = 1, message = "days is from 1 to 7")
                    @Max(value = 7, message = "days is from 1 to 7")
                    Integer days) {}

    /**
     * Until when.
     *
     * @param until the working day on which they are reminded again
     */
    @Schema(examples = "{\"until\": \"2022-01-11\"}")
    record Snoozed(LocalDate until) {}

    /** Reminders, the newest first. */
    @Schema(name = "ReminderPage")
    record ReminderPage(List<ReminderView> items, int page, int size, long total) {}
}

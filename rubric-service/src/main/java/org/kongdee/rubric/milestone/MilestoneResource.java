package org.kongdee.rubric.milestone;

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
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.kongdee.rubric.milestone.MilestoneReader.Changes;
import org.kongdee.rubric.milestone.MilestoneReader.Filter;
import org.kongdee.rubric.milestone.MilestoneService.Named;
import org.kongdee.rubric.milestone.MilestoneView.Status;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;

/** Milestones over HTTP. */
@Path("/v1/cycles/{cycle}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones", description = "Due dates, with what is missing for them")
public class MilestoneResource {

    private final MilestoneService service;
    private final Ndjson ndjson;

    MilestoneResource(MilestoneService service, Ndjson ndjson) {
        this.service = service;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Path("/milestones")
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List milestones",
            description =
                    "By due date, then unit; an officer sees the own unit only. With changedSince: what changed after that cursor, in the order of"
                            + " the changes, at most size of them, and the cursor to go on from; an empty list means that nothing more has changed.")
    @APIResponse(
            responseCode = "200",
            description = "A page; the whole list as NDJSON; or changes",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(anyOf = {MilestonePage.class, MilestoneChanges.class})),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = MilestoneView.class))
            })
    @Refuses(status = 404, when = "No such cycle, or another unit than the officer's own")
    public Response listMilestones(
            @PathParam("cycle") String cycle,
            @Parameter(description = "Only of this unit") @QueryParam("unit") @Nullable String unit,
            @Parameter(description = "Owned by this section, or by all") @QueryParam("section")
                    @Nullable String section,
            @Parameter(
                            description = "Due on this day or later",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("dueFrom")
                    @Nullable String dueFrom,
            @Parameter(
                            description = "Due on this day or earlier",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("dueTo")
                    @Nullable String dueTo,
            @Parameter(
                            description = "Only those that stand like this",
                            schema = @Schema(implementation = Status.class))
                    @QueryParam("status")
                    @Nullable String status,
            @Parameter(description = "A cursor of an earlier answer, or start")
                    @QueryParam("changedSince")
                    @Nullable String changedSince,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        var filter =
                new Filter(
                        unit,
                        section,
                        Params.date("dueFrom", dueFrom).orElse(null),
                        Params.date("dueTo", dueTo).orElse(null),
                        status == null ? null : Params.oneOf("status", status, Status.class));
        if (changedSince != null) {
            Changes changes =
                    service.changes(
                            cycle,
                            filter,
                            ChangeCursor.parse("changedSince", changedSince),
                            paging.size());
            return Response.ok(new MilestoneChanges(changes.milestones(), changes.cursor().text()))
                    .build();
        }
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.stream(cycle, filter, Ndjson.unchecked(sink)))
                : service.list(cycle, filter, paging).respond(uri).toResponse();
    }

    @GET
    @Path("/assessments/{unit}/milestones/{criterion}/{code}")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(summary = "Get a milestone")
    @APIResponse(
            responseCode = "200",
            description = "The milestone",
            content = @Content(schema = @Schema(implementation = MilestoneView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "No such milestone")
    @Refuses(
            status = 422,
            types = {"owed-by-section", "owed-jointly"},
            when = "A section is missing, or too much")
    public RestResponse<MilestoneView> getMilestone(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @PathParam("code") String code,
            @Parameter(
                            description =
                                    "The section that owes it, where each owes it by itself; else left out")
                    @QueryParam("section")
                    @Nullable String section,
            @Context Request request) {
        return service.get(new Named(cycle, unit, criterion, code, section)).respond(request);
    }

    @PATCH
    @Path("/assessments/{unit}/milestones/{criterion}/{code}")
    @RolesAllowed({ORGANISER, OFFICER, SERVICE})
    @Operation(
            summary = "Say that a milestone is done, waived or open again, or move a deadline",
            description =
                    "Officers of the unit say done, of any row of the unit. Organisers take that back; they also waive, and move the rubric's own"
                            + " deadlines (D1, D2 …), but not for their own unit. All other days stand in the unit's plan. Done on a joint"
                            + " milestone settles the whole.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = MilestoneView.class)))
    @Refuses(
            status = 403,
            when =
                    "Only officers of the unit and organisers say done, only organisers take it back; only organisers of no or another unit move,"
                            + " waive, or say anything of what is waived")
    @Refuses(status = 404, when = "No such milestone")
    @Refuses(
            status = 409,
            types = {"cycle-state", "milestone-state"},
            when = "The cycle is not open, or the milestone is MET or CANCELLED")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = {
                "date-outside-period",
                "day-of-plan",
                "not-yourself",
                "nothing-to-change",
                "owed-by-section",
                "owed-jointly",
                "status-not-by-hand"
            },
            when =
                    "A day outside the period or one that the plan has, nothing to change, a status that is never set by hand, somebody else to"
                            + " speak for, a section that is missing or too much")
    @Refuses(status = 428, when = "If-Match is missing")
    public RestResponse<MilestoneView> patchMilestone(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @PathParam("code") String code,
            @Parameter(
                            description =
                                    "The section that owes it, where each owes it by itself; else left out")
                    @QueryParam("section")
                    @Nullable String section,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PatchMilestone command) {
        return service.patch(
                        new Named(cycle, unit, criterion, code, section),
                        command,
                        IfMatch.parse(ifMatch))
                .respond();
    }

    @GET
    @Path("/assessments/{unit}/milestones/{criterion}/{code}/history")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List the changes of a milestone",
            description =
                    "The newest first, each with how the milestone stood then: what people said, what the evidence showed, and what the plan made of"
                            + " it.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = MilestoneHistoryPage.class)))
    @Refuses(status = 404, when = "No such milestone")
    @Refuses(
            status = 422,
            types = {"owed-by-section", "owed-jointly"},
            when = "A section is missing, or too much")
    public RestResponse<Page<MilestoneChange>> listMilestoneHistory(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @PathParam("code") String code,
            @Parameter(
                            description =
                                    "The section that owes it, where each owes it by itself; else left out")
                    @QueryParam("section")
                    @Nullable String section,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.history(new Named(cycle, unit, criterion, code, section), paging)
                .respond(uri);
    }

    /**
     * A page of changes of a milestone.
     *
     * <p>For the contract only.
     */
    @Schema(name = "MilestoneHistoryPage")
    private record MilestoneHistoryPage(
            List<MilestoneChange> items, int page, int size, long total) {}

    /**
     * A page of milestones.
     *
     * <p>For the contract only.
     */
    @Schema(name = "MilestonePage")
    private record MilestonePage(List<MilestoneView> items, int page, int size, long total) {}

    /**
     * Changes, and the cursor to go on from.
     *
     * @param items in the order in which they changed; empty if nothing more has
     * @param cursor for changedSince of the next call
     */
    public record MilestoneChanges(List<MilestoneView> items, String cursor) {}
}

package org.kongdee.rubric.score;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.score.ScoreService.Place;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Written;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.params.Params;

/** The scores of one assessment over HTTP. */
@Path("/v1/cycles/{cycle}/assessments/{unit}/scores")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Scores", description = "Claims, one by one or in bulk, and their history")
public class ScoreResource {

    private final ScoreService service;
    private final Idempotency idempotency;

    ScoreResource(ScoreService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List the scores of a stage",
            description = "In the order of the rubric; criteria that are not scored are not there.")
    @APIResponse(
            responseCode = "200",
            description = "The scores",
            content = @Content(schema = @Schema(implementation = Scores.class)))
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public Scores listScores(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage) {
        return new Scores(
                List.copyOf(
                        service.list(cycle, unit, Params.oneOf("stage", stage, Stage.SELF))
                                .values()));
    }

    @GET
    @Path("/{criterion}")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(summary = "Get a score")
    @APIResponse(
            responseCode = "200",
            description = "The score",
            content = @Content(schema = @Schema(implementation = Score.class)))
    @APIResponse(
            responseCode = "304",
            description = "As If-None-Match says; never where claimedWithoutEvidence is told")
    @Refuses(status = 404, when = "Not enrolled, no such criterion, or not scored")
    public RestResponse<Score> getScore(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @Context Request request) {
        Written<Score> score = service.get(place(cycle, unit, stage, criterion));
        // Evidence may change what the score shows without changing the score: no 304 then.
        return score.view().claimedWithoutEvidence() == null
                ? ETags.ok(request, score.etag(), score::view)
                : score.respond();
    }

    @PUT
    @Path("/{criterion}")
    @RolesAllowed({OFFICER, AUTOMATION, ASSESSOR})
    @Operation(
            summary = "Score a criterion",
            description =
                    "Officers of the unit and automation score the stage SELF, assessors of other units the stage COMMITTEE. The same claim and"
                            + " note again change nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was",
            content = @Content(schema = @Schema(implementation = Score.class)))
    @APIResponse(
            responseCode = "201",
            description = "Scored for the first time",
            content = @Content(schema = @Schema(implementation = Score.class)))
    @Refuses(
            status = 403,
            when =
                    "SELF is for officers of the unit and automation, COMMITTEE for assessors of other units")
    @Refuses(status = 404, when = "No such cycle or criterion, or the unit is not enrolled")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is not open")
    @Refuses(status = 412, when = "If-Match names another version: somebody else wrote first")
    @Refuses(
            status = 422,
            types = {"invalid-claim", "claim-without-evidence"},
            when =
                    "The claim does not fit the criterion, or the evidence does not back it and the cycle refuses that")
    @Refuses(status = 428, when = "Another claim is there, and If-Match is missing")
    public RestResponse<Score> putScore(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PutScore command) {
        return service.put(place(cycle, unit, stage, criterion), command, IfMatch.parse(ifMatch))
                .respond();
    }

    @DELETE
    @Path("/{criterion}")
    @RolesAllowed({OFFICER, AUTOMATION, ASSESSOR})
    @Operation(
            summary = "Withdraw a score",
            description = "The criterion is unscored again; its history stays.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @Refuses(
            status = 403,
            when =
                    "SELF is for officers of the unit and automation, COMMITTEE for assessors of other units")
    @Refuses(status = 404, when = "Not enrolled, no such criterion, or not scored")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is not open")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deleteScore(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.delete(place(cycle, unit, stage, criterion), IfMatch.parse(ifMatch));
    }

    @POST
    @Path("/{criterion}/confirm")
    @RolesAllowed({ORGANISER, ASSESSOR})
    @Operation(
            summary = "Confirm that a criterion does not apply",
            description =
                    "Until then a claim of notApplicable counts 0; afterwards the criterion leaves the result with its maximum.")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed",
            content = @Content(schema = @Schema(implementation = Score.class)))
    @Refuses(
            status = 403,
            when = "An assessor or organiser of the unit itself, or who made the claim")
    @Refuses(status = 404, when = "Not enrolled, no such criterion, or not scored")
    @Refuses(
            status = 409,
            types = {"nothing-to-confirm", "cycle-state"},
            when = "Nothing to confirm, or the cycle is not open")
    public RestResponse<Score> confirmNotApplicable(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @PathParam("criterion") String criterion,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(
                null, () -> service.confirm(place(cycle, unit, stage, criterion)).respond());
    }

    private static Place place(
            String cycle, String unit, @Nullable String stage, String criterion) {
        return new Place(cycle, unit, Params.oneOf("stage", stage, Stage.SELF), criterion);
    }

    /**
     * The scores of a stage.
     *
     * @param items in the order of the rubric
     */
    public record Scores(List<Score> items) {}
}

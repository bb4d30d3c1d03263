package org.kongdee.rubric.score;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.score.CycleScoreService.Asked;
import org.kongdee.rubric.score.CycleScoreService.Changes;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;
import org.kongdee.web.text.Message;

/** The scores of a whole cycle over HTTP, for HR automation and those who look at all units. */
@Path("/v1/cycles/{cycle}/scores")
@Tag(name = "Scores")
public class CycleScoreResource {

    private final CycleScoreService service;
    private final Ndjson ndjson;
    private final Tables tables;

    CycleScoreResource(CycleScoreService service, Ndjson ndjson, Tables tables) {
        this.service = service;
        this.ndjson = ndjson;
        this.tables = tables;
    }

    @GET
    @RunOnVirtualThread
    @Produces({
        MediaType.APPLICATION_JSON,
        Ndjson.MEDIA_TYPE,
        TableFormat.CSV_TYPE,
        TableFormat.XLSX_TYPE
    })
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION})
    @Operation(
            summary = "List and follow the scores of a cycle",
            description =
                    "Each score once, as it stands, with its ETag. JSON has at most size of them, the oldest change first, and the cursor to go on"
                            + " from. With changedSince: those that changed after that cursor, and those that were deleted; an empty list means"
                            + " that nothing more has changed. A confirmed \"not applicable\" is a change too. NDJSON has all: without"
                            + " changedSince by unit, in the order of the rubric; its last line is the cursor. What changes meanwhile may be told"
                            + " twice, and is never left out. CSV and XLSX have what stands, in the columns unit, criterion, stage, claim,"
                            + " note, etag and points; a claim is written as 2, a=3;b=1, GOVERNMENT:relatedToMission, 93.55, yes or NA: why."
                            + " Officers see the stage SELF of the own unit, automation the stage SELF.")
    @APIResponse(
            responseCode = "200",
            description = "Scores, and where to go on",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Of CSV and XLSX only: the name to save it under",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CycleScores.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = CycleScore.class),
                        extensions = @Extension(name = "x-last", value = "CycleScoresEnd")),
                @Content(
                        mediaType = TableFormat.CSV_TYPE,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Refuses(status = 403, when = "Officers and automation do not follow the stage COMMITTEE")
    @Refuses(status = 404, when = "No such cycle, or another unit than the officer's own")
    public Response listCycleScores(
            @PathParam("cycle") String cycle,
            @Parameter(
                            description =
                                    "Only of this stage; without it, all that the caller may follow",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @Parameter(description = "Only of this unit") @QueryParam("unit") @Nullable String unit,
            @Parameter(description = "A cursor of an earlier answer, or start")
                    @QueryParam("changedSince")
                    @Nullable String changedSince,
            @Parameter(
                            description = "Scores at most, 1 to 200; of JSON alone",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("size")
                    @Nullable String size,
            @Context HttpHeaders headers) {
        var asked =
                new Asked(
                        cycle,
                        stage == null ? null : Params.oneOf("stage", stage, Stage.class),
                        unit);
        ScoreCursor since =
                changedSince == null ? null : ScoreCursor.parse("changedSince", changedSince);
        int most = Params.number("size", size, Paging.DEFAULT_SIZE, 1, Paging.MAX_SIZE);
        Optional<TableFormat> table = TableFormat.asked(headers);
        if (table.isPresent()) {
            if (since != null) {
                throw Malformed.parameter(
                        "changedSince",
                        Message.of(
                                "Changes come as JSON or NDJSON; a table has what stands, without changedSince."));
            }
            return tables.respond(
                    table.get(),
                    "scores-" + cycle,
                    ScoreTable.SHEET,
                    CycleScoreTable.COLUMNS,
                    sink -> {
                        ScoreCursor unused = service.stream(asked, CycleScoreTable.rows(sink));
                    });
        }
        if (Ndjson.isAsked(headers)) {
            return ndjson.stream(
                    sink -> {
                        Consumer<CycleScore> line = Ndjson.unchecked(sink);
                        ScoreCursor end =
                                since == null
                                        ? service.stream(asked, line)
                                        : service.streamChanges(asked, since, line);
                        sink.line(new CycleScoresEnd(end.text()));
                    });
        }
        Changes changes = service.changes(asked, since, most);
        return Response.ok(new CycleScores(changes.scores(), changes.cursor().text())).build();
    }

    /**
     * Scores, and the cursor to go on from.
     *
     * @param items in the order in which they came to stand as they do
     * @param cursor for changedSince of the next call
     */
    public record CycleScores(List<CycleScore> items, String cursor) {}

    /**
     * The last line of NDJSON: all scores were told.
     *
     * @param cursor for changedSince of the next call
     */
    @Schema(name = "CycleScoresEnd")
    public record CycleScoresEnd(String cursor) {}
}

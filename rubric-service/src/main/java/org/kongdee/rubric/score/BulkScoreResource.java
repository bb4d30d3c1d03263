package org.kongdee.rubric.score;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.score.BulkScoreService.Mode;
import org.kongdee.rubric.score.ScoreRepository.ScoreKey;
import org.kongdee.web.answer.LongAnswers;
import org.kongdee.web.answer.LongAnswers.Reserved;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.BulkView;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.NdjsonReader;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.problem.Problem;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.text.Message;

/**
 * Scores in bulk over HTTP, for HR automation. A JSON array is one transaction. An NDJSON stream is
 * written a batch at a time, with the outcomes of a batch sent as soon as it is committed, unless
 * it must be all or nothing or carries an Idempotency-Key: then it is one transaction too.
 */
@Path("/v1/cycles/{cycle}/scores")
@Tag(name = "Scores")
public class BulkScoreResource {

    private static final int BATCH = 2_000;

    /** A refusal is longer than most lines. */
    private static final int OUTCOME_TIMES_ITS_LINE = 8;

    private static final long ROOM_OF_UNKNOWN = 256L * TakesBody.MEBI;
    private static final List<String> TOLD = List.of("points", "etag");

    private final BulkScoreService service;
    private final Bulk bulk;
    private final Idempotency idempotency;
    private final Ndjson ndjson;
    private final LongAnswers answers;
    private final ScoreTable table;

    BulkScoreResource(
            BulkScoreService service,
            Bulk bulk,
            Idempotency idempotency,
            Ndjson ndjson,
            LongAnswers answers,
            ScoreTable table) {
        this.service = service;
        this.bulk = bulk;
        this.idempotency = idempotency;
        this.ndjson = ndjson;
        this.answers = answers;
        this.table = table;
    }

    /** How lines depend on each other. */
    enum LinesMode {
        EACH("each"),
        ATOMIC("atomic");

        private final String parameter;

        LinesMode(String parameter) {
            this.parameter = parameter;
        }

        @Override
        public String toString() {
            return parameter;
        }
    }

    @POST
    @TakesBody(
            most = TakesBody.MANY,
            streamed = {Ndjson.MEDIA_TYPE, TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE},
            mostStreamed = 64L * TakesBody.MEBI)
    @RunOnVirtualThread
    @Consumes({
        MediaType.APPLICATION_JSON,
        Ndjson.MEDIA_TYPE,
        TableFormat.CSV_TYPE,
        TableFormat.XLSX_TYPE
    })
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({AUTOMATION, OFFICER, ASSESSOR})
    @Operation(
            summary = "Write many scores",
            description =
                    "Each line answers for itself as PUT would; the default keeps the good lines, mode=atomic writes all or nothing. With overwrite=true a"
                            + " line writes whether there is a score or not, unless its own ifMatch says otherwise. NDJSON in gives"
                            + " NDJSON out: an outcome a line and a summary last. An array has at most 10,000 lines and 4 MiB; NDJSON that"
                            + " is read whole, for mode=atomic or an Idempotency-Key, 10,000 lines and 10 MiB; other NDJSON 64 MiB.\n\n"
                            + "A table, as CSV or XLSX of at most 10,000 rows and 10 MiB (64 MiB unpacked), has a header that names the"
                            + " columns unit, criterion and claim and, if wanted, stage, note and etag (an ifMatch), in any order and case;"
                            + " title and form, which the template has, are passed over. A claim is 2 (a rung), a=3;b=1 (parts),"
                            + " GOVERNMENT:relatedToMission or LOCAL, several with semicolons and - for none (tiers), 93.55 (a value), yes or"
                            + " no, or NA: and why. A row without claim, note and etag is passed over and has no outcome; others are told by"
                            + " their row in the file. Of a workbook the sheet scores is read, or else the first that is visible, hidden rows"
                            + " too, with the values that formulas had last. Codes and claims are texts there: a number with decimals, a day"
                            + " or a percentage in their columns is refused, since a spreadsheet makes 1.1 of 1.10.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ScoreOutcomes.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = ScoreOutcome.class),
                        extensions = @Extension(name = "x-last", value = "BulkSummary"))
            })
    @Refuses(status = 404, when = "No such cycle")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is not open")
    @Refuses(
            status = 422,
            types = "bulk-refused",
            when =
                    "mode=atomic, and a line was refused: nothing was written; outcomes has all lines")
    public Response putScores(
            @PathParam("cycle") String cycle,
            @Parameter(
                            description = "each: keep the good lines; atomic: all or nothing",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"each", "atomic"},
                                            defaultValue = "each"))
                    @QueryParam("mode")
                    @Nullable String mode,
            @Parameter(
                            description = "Write nothing, only tell",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("dryRun")
                    @Nullable String dryRun,
            @Parameter(
                            description =
                                    "Write over what is there; the ifMatch of a line goes before it",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("overwrite")
                    @Nullable String overwrite,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = ScoreLine[].class),
                                        examples =
                                                @ExampleObject(
                                                        name = "two scores",
                                                        value = ScoreLine.EXAMPLE)),
                                @Content(
                                        mediaType = Ndjson.MEDIA_TYPE,
                                        schema = @Schema(implementation = ScoreLine.class)),
                                @Content(
                                        mediaType = TableFormat.CSV_TYPE,
                                        schema = @Schema(implementation = String.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "two rows",
                                                        value =
                                                                """
                                                                unit,criterion,stage,claim,note,etag
                                                                SLK,1.1.2,SELF,2,Memo and LINE group,
                                                                SLK,4.2.4,SELF,a=3;b=1,,*
                                                                """)),
                                @Content(
                                        mediaType = TableFormat.XLSX_TYPE,
                                        schema =
                                                @Schema(
                                                        type = SchemaType.STRING,
                                                        format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers) {
        boolean atomic = Params.oneOf("mode", mode, LinesMode.EACH) == LinesMode.ATOMIC;
        boolean dry = Params.flag("dryRun", dryRun);
        boolean over = Params.flag("overwrite", overwrite);
        boolean lines = headers.getMediaType().toString().startsWith(Ndjson.MEDIA_TYPE);
        if (lines && !atomic && !idempotency.asked()) {
            var writing = new Writing(cycle, dry ? Mode.DRY_RUN : Mode.EACH, over);
            return stream(writing, body, headers.getLength());
        }
        byte[] bytes = bulk.bytes(body, Bulk.MOST_BYTES);
        List<Line<WantedScore>> read = lines(bytes, headers.getMediaType());
        if (dry) {
            List<Outcome> outcomes = put(new Writing(cycle, Mode.DRY_RUN, over), read);
            return answer(outcomes, atomic, lines).toResponse();
        }
        var writing = new Writing(cycle, atomic ? Mode.ATOMIC : Mode.EACH, over);
        return idempotency
                .onceBytes(bytes, () -> answer(put(writing, read), atomic, lines))
                .toResponse();
    }

    private List<Line<WantedScore>> lines(byte[] bytes, MediaType sent) {
        return TableFormat.of(sent).isPresent()
                ? table.lines(bytes, sent)
                : wanted(bulk.lines(bytes, sent, ScoreLine.class));
    }

    private static List<Line<WantedScore>> wanted(List<Line<ScoreLine>> lines) {
        return lines.stream().map(line -> line.<WantedScore>map(score -> score)).toList();
    }

    /**
     * How lines are written.
     *
     * @param seen the scores of the lines so far
     */
    private record Writing(String cycle, Mode mode, boolean overwrite, Set<ScoreKey> seen) {

        Writing(String cycle, Mode mode, boolean overwrite) {
            this(cycle, mode, overwrite, new HashSet<>());
        }
    }

    private List<Outcome> put(Writing writing, List<Line<WantedScore>> lines) {
        return service.put(
                writing.cycle(), lines, writing.mode(), writing.overwrite(), writing.seen());
    }

    private RestResponse<?> answer(List<Outcome> outcomes, boolean atomic, boolean lines) {
        BulkView view = bulk.view(outcomes, TOLD);
        if (atomic && view.rejected() > 0) {
            throw new RuleBroken(
                    "bulk-refused",
                    Message.of(
                            "%d of %d lines were refused; nothing was written.",
                            view.rejected(), outcomes.size()),
                    List.of(),
                    Map.of(
                            "accepted",
                            0,
                            "rejected",
                            view.rejected(),
                            "outcomes",
                            view.outcomes()));
        }
        return lines
                ? RestResponse.ok(
                        ndjson.bytes(view.outcomes(), summary(view.accepted(), view.rejected())),
                        Ndjson.MEDIA_TYPE)
                : RestResponse.ok(view, MediaType.APPLICATION_JSON);
    }

    private Response stream(Writing writing, InputStream body, int length) {
        Reserved room =
                answers.reserve(
                        length < 0 ? ROOM_OF_UNKNOWN : (long) length * OUTCOME_TIMES_ITS_LINE);
        NdjsonReader<ScoreLine> reader = bulk.ndjson(body, ScoreLine.class);
        // The first batch is written before the answer begins, so that an unknown or closed cycle
        // is a problem of its own.
        List<Outcome> first = next(writing, reader);
        return ndjson.stream(
                room,
                sink -> {
                    int accepted = 0;
                    int rejected = 0;
                    for (List<Outcome> batch = first;
                            !batch.isEmpty();
                            batch = next(writing, reader)) {
                        for (Outcome outcome : batch) {
                            accepted += outcome.accepted() ? 1 : 0;
                            rejected += outcome.accepted() ? 0 : 1;
                            sink.line(bulk.view(outcome, TOLD));
                        }
                        sink.flush();
                    }
                    sink.line(summary(accepted, rejected));
                });
    }

    private List<Outcome> next(Writing writing, NdjsonReader<ScoreLine> reader) {
        try {
            List<Line<WantedScore>> lines = wanted(reader.next(BATCH));
            return lines.isEmpty() && !writing.seen().isEmpty() ? List.of() : put(writing, lines);
        } catch (IOException e) {
            throw new Malformed(
                    "malformed-body", Message.of("The body ended early or cannot be read."));
        }
    }

    /**
     * What became of many scores.
     *
     * <p>For the contract only.
     *
     * @param accepted how many lines were taken
     * @param rejected how many were not
     * @param outcomes one a line, in the order of the lines
     */
    @Schema(name = "ScoreOutcomes")
    private record ScoreOutcomes(int accepted, int rejected, List<ScoreOutcome> outcomes) {}

    /**
     * What became of one score of many.
     *
     * <p>For the contract only.
     *
     * @param line of the body, counted from 1, empty ones too; of a JSON array its element, of a
     *     workbook its row
     * @param status what a PUT of this score alone would have answered
     * @param problem why it was refused; null if it was taken
     * @param points what the claim is worth; null if it was refused
     * @param etag of the score as it stands now; null if it was refused
     */
    @Schema(name = "ScoreOutcome")
    private record ScoreOutcome(
            int line,
            int status,
            @Nullable Problem problem,
            @Nullable BigDecimal points,
            @Schema(examples = "\"7\"") @Nullable String etag) {}

    private static BulkView.Summary summary(int accepted, int rejected) {
        return new BulkView.Summary(accepted, rejected);
    }
}

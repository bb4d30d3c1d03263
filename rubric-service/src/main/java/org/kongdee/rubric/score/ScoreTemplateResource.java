package org.kongdee.rubric.score;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.params.Params;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;
import org.kongdee.web.text.Language;

/** The table that people fill in and send back, over HTTP. */
@Path("/v1/cycles/{cycle}/scores/template")
@Tag(name = "Scores")
public class ScoreTemplateResource {

    private final ScoreTemplateService service;
    private final Tables tables;

    ScoreTemplateResource(ScoreTemplateService service, Tables tables) {
        this.service = service;
        this.tables = tables;
    }

    @GET
    @RunOnVirtualThread
    @Produces({TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE})
    @RolesAllowed({AUTOMATION, OFFICER, ASSESSOR, ORGANISER})
    @Operation(
            summary = "Get a table of scores to fill in",
            description =
                    "As CSV or, by Accept, XLSX: a row for every criterion of the unit, or of every enrolled unit (an officer's own), in the order"
                            + " of the rubric, with the columns unit, criterion, title (in the language of Accept-Language), stage, form (how a claim"
                            + " may be written), claim, note and etag. Claims, notes and ETags are those that are there. Sent back to"
                            + " putScores, rows that were left alone change nothing, and those that were edited are written unless somebody"
                            + " else wrote first; a request takes 10,000 rows. A sheet has room for 1,048,575.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "The name to save it under",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = TableFormat.CSV_TYPE,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Refuses(
            status = 404,
            when = "No such cycle, or the unit is not enrolled, or another than the officer's own")
    public Response getScoreTemplate(
            @PathParam("cycle") String cycle,
            @Parameter(description = "Only of this unit") @QueryParam("unit") @Nullable String unit,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @Context HttpHeaders headers) {
        TableFormat format = TableFormat.asked(headers).orElse(TableFormat.CSV);
        Stage wanted = Params.oneOf("stage", stage, Stage.SELF);
        Language language =
                Language.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        List<String> units = service.units(cycle, unit, format);
        return tables.respond(
                format,
                unit == null ? "scores-" + cycle : "scores-" + cycle + "-" + unit,
                ScoreTable.SHEET,
                ScoreTable.WRITTEN,
                rows -> service.each(cycle, units, wanted, language, rows));
    }
}

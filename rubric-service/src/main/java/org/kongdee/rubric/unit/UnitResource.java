package org.kongdee.rubric.unit;

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
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.BulkView;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Keys;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.Problem;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;

/** Units over HTTP. */
@Path("/v1/units")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Units", description = "Who is scored")
public class UnitResource {

    private final UnitService service;
    private final Bulk bulk;
    private final Idempotency idempotency;
    private final Ndjson ndjson;
    private final Tables tables;
    private final UnitTable table;

    UnitResource(
            UnitService service,
            Bulk bulk,
            Idempotency idempotency,
            Ndjson ndjson,
            Tables tables,
            UnitTable table) {
        this.service = service;
        this.bulk = bulk;
        this.idempotency = idempotency;
        this.ndjson = ndjson;
        this.tables = tables;
        this.table = table;
    }

    @GET
    @RunOnVirtualThread
    @Produces({
        MediaType.APPLICATION_JSON,
        Ndjson.MEDIA_TYPE,
        TableFormat.CSV_TYPE,
        TableFormat.XLSX_TYPE
    })
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List units",
            description =
                    "Ordered by key. An officer sees the own unit only. As CSV or XLSX the whole list, a row for each section, as putUnits takes it.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON, CSV or XLSX",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Of CSV and XLSX only: the name to save it under",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = UnitPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = UnitView.class)),
                @Content(
                        mediaType = TableFormat.CSV_TYPE,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response listUnits(
            @BeanParam Paging paging, @Context UriInfo uri, @Context HttpHeaders headers) {
        Optional<TableFormat> asked = TableFormat.asked(headers);
        if (asked.isPresent()) {
            return tables.respond(
                    asked.get(),
                    "units",
                    UnitTable.SHEET,
                    UnitTable.WRITTEN,
                    rows -> service.table(Tables.unchecked(rows)));
        }
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.stream(Ndjson.unchecked(sink)))
                : service.list(paging).respond(uri).toResponse();
    }

    @POST
    @TakesBody(
            most = TakesBody.MANY,
            streamed = {TableFormat.CSV_TYPE, TableFormat.XLSX_TYPE},
            mostStreamed = Bulk.MOST_BYTES)
    @RunOnVirtualThread
    @Consumes({
        MediaType.APPLICATION_JSON,
        Ndjson.MEDIA_TYPE,
        TableFormat.CSV_TYPE,
        TableFormat.XLSX_TYPE
    })
    @RolesAllowed({ORGANISER, AUTOMATION})
    @Operation(
            summary = "Write many units",
            description =
                    "Each line answers for itself; the good ones are written together. A unit that is there and differs needs ifMatch, or overwrite=true"
                            + " for all lines without one. At most 10,000 lines and 4 MiB.\n\n"
                            + "A table, as CSV or XLSX of at most 10,000 rows and 10 MiB (64 MiB unpacked), has a header that names the"
                            + " columns unit, title.en and title.th and, if wanted, section, section.en, section.th and etag (an ifMatch), in"
                            + " any order and case. All rows of one unit together are what it is to be, a section each; the unit is told by"
                            + " its first row, or by those that are refused. Of a workbook the sheet units is read, or else the first that"
                            + " is visible.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = UnitOutcomes.class)))
    public RestResponse<BulkView> putUnits(
            @Parameter(
                            description =
                                    "Write over what is there; the ifMatch of a line goes before it",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("overwrite")
                    @Nullable String overwrite,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = UnitLine[].class),
                                        examples =
                                                @ExampleObject(
                                                        name = "two units",
                                                        value = UnitLine.EXAMPLE)),
                                @Content(
                                        mediaType = Ndjson.MEDIA_TYPE,
                                        schema = @Schema(implementation = UnitLine.class)),
                                @Content(
                                        mediaType = TableFormat.CSV_TYPE,
                                        schema = @Schema(implementation = String.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "two units",
                                                        value =
                                                                """
                                                                unit,title.en,title.th,section,section.en,section.th,etag
                                                                SLK,Office of the Secretary,สำนักงานเลขานุการกรม,LEGAL,Legal affairs,ส่วนนิติการ,
                                                                SLK,Office of the Secretary,สำนักงานเลขานุการกรม,PLAN,Planning,ส่วนแผนงาน,
                                                                KPI,Planning division,กองนโยบายและแผน,,,,
                                                                """)),
                                @Content(
                                        mediaType = TableFormat.XLSX_TYPE,
                                        schema =
                                                @Schema(
                                                        type = SchemaType.STRING,
                                                        format = "binary"))
                            })
                    InputStream body,
            @Context HttpHeaders headers,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        boolean over = Params.flag("overwrite", overwrite);
        MediaType sent = headers.getMediaType();
        boolean isTable = TableFormat.of(sent).isPresent();
        byte[] bytes = bulk.bytes(body, isTable ? Bulk.MOST_BYTES : TakesBody.MANY);
        List<Line<UnitLine>> lines =
                isTable ? table.lines(bytes, sent) : bulk.lines(bytes, sent, UnitLine.class);
        return idempotency.onceBytes(
                bytes,
                () ->
                        RestResponse.ok(
                                bulk.view(service.putAll(lines, over), List.of("unit", "etag"))));
    }

    @GET
    @Path("/{unit}")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(summary = "Get a unit")
    @APIResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "No such unit, or another one than the officer's own")
    public RestResponse<UnitView> getUnit(
            @PathParam("unit") String unit, @Context Request request) {
        return service.get(unit).respond(request);
    }

    @PUT
    @Path("/{unit}")
    @RolesAllowed({ORGANISER, AUTOMATION})
    @Operation(
            summary = "Create or change a unit",
            description =
                    "The same content again changes nothing. Units that are enrolled already keep the sections they had.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = UnitView.class)))
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 422, types = "duplicate-section", when = "A section stands twice")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<UnitView> putUnit(
            @PathParam("unit") @Pattern(regexp = Keys.UPPER, message = Keys.UPPER_HINT) String unit,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PutUnit command) {
        return service.put(unit, command, IfMatch.parse(ifMatch)).respond();
    }

    /**
     * What became of many units.
     *
     * <p>For the contract only.
     *
     * @param accepted how many lines were taken
     * @param rejected how many were not
     * @param outcomes one a line, in the order of the lines
     */
    @Schema(name = "UnitOutcomes")
    private record UnitOutcomes(int accepted, int rejected, List<UnitOutcome> outcomes) {}

    /**
     * What became of one unit of many.
     *
     * <p>For the contract only.
     *
     * @param line of the body, counted from 1, empty ones too; of a JSON array its element, of a
     *     workbook its row
     * @param status what a PUT of this unit alone would have answered
     * @param problem why it was refused; null if it was taken
     * @param unit key of the unit; null if it was refused
     * @param etag of the unit as it stands now; null if it was refused
     */
    @Schema(name = "UnitOutcome")
    private record UnitOutcome(
            int line,
            int status,
            @Nullable Problem problem,
            @Nullable String unit,
            @Schema(examples = "\"7\"") @Nullable String etag) {}

    /**
     * A page of units.
     *
     * <p>For the contract only.
     */
    @Schema(name = "UnitPage")
    private record UnitPage(List<UnitView> items, int page, int size, long total) {}
}

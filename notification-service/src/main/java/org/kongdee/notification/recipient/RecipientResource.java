package org.kongdee.notification.recipient;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
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
import org.kongdee.notification.planning.Role;
import org.kongdee.notification.recipient.RecipientRepository.RecipientFilter;
import org.kongdee.web.bulk.Bulk;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.bulk.Outcome;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Roles;
import org.kongdee.web.table.TableFormat;
import org.kongdee.web.table.Tables;

@Path("/v1/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients", description = "Who gets mail; HR automation keeps them up to date.")
public class RecipientResource {

    private static final String CSV = TableFormat.CSV_TYPE;
    private static final String XLSX = TableFormat.XLSX_TYPE;

    private final RecipientService service;
    private final Bulk bulk;
    private final Idempotency idempotency;
    private final Tables tables;

    RecipientResource(RecipientService service, Bulk bulk, Idempotency idempotency, Tables tables) {
        this.service = service;
        this.bulk = bulk;
        this.idempotency = idempotency;
        this.tables = tables;
    }

    @PUT
    @Path("/{recipient}")
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION})
    @Operation(
            summary = "Create or replace a recipient",
            description =
                    "One address is one recipient, and one mail a day. When it changes, the links of earlier mails are void.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or there already with the same content",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @Refuses(
            status = 409,
            types = {"address-taken", "subject-taken"},
            when = "Another recipient, who is named, has the address or the subject")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(
            status = 422,
            types = {"pause-too-long", "post-doubled"},
            when = "The pause ends more than 366 days ahead, or a post stands twice")
    @Refuses(status = 428, when = "It is there and differs; send If-Match")
    public RestResponse<RecipientView> putRecipient(
            @PathParam("recipient")
                    @Pattern(
                            regexp = PutRecipient.KEY,
                            message =
                                    "recipient is 1 to 64 small letters, digits, dots, hyphens and underscores, beginning with a letter or digit, such as slk-legal-head")
                    String recipient,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull(message = "a body is required") PutRecipient body) {
        return service.put(recipient, body, IfMatch.parse(ifMatch)).respond();
    }

    @GET
    @Path("/{recipient}")
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.OFFICER})
    @Operation(summary = "One recipient", description = "An officer sees those of the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "The recipient",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @APIResponse(responseCode = "304", description = "It is as the caller saw it")
    @Refuses(status = 404, when = "There is no such recipient")
    public RestResponse<RecipientView> getRecipient(
            @PathParam("recipient") String recipient, @Context Request request) {
        return service.get(recipient).respond(request);
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, CSV, XLSX})
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.OFFICER})
    @Operation(
            summary = "List recipients",
            description =
                    "An officer sees those of the own unit. CSV and XLSX have all of them, a post a row, in the columns that an upload takes.")
    @APIResponse(
            responseCode = "200",
            description = "A page; or all as CSV or XLSX",
            headers =
                    @Header(
                            name = "Content-Disposition",
                            description = "Of CSV and XLSX only: the name to save it under",
                            schema = @Schema(implementation = String.class)),
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RecipientPage.class)),
                @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response listRecipients(
            @QueryParam("unit") @Nullable String unit,
            @Parameter(
                            description =
                                    "Only who hears of this section, such as LEGAL, also by hearing of all")
                    @QueryParam("section")
                    @Nullable String section,
            @Parameter(
                            description = "Only who has this role; left out, any",
                            schema = @Schema(implementation = Role.class))
                    @QueryParam("role")
                    @Nullable String role,
            @QueryParam("failing")
                    @Nullable
                    @Parameter(
                            description =
                                    "true: only those whose last mail to the present address was refused for good",
                            schema = @Schema(implementation = Boolean.class))
                    String failing,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Role known = role == null ? null : Params.oneOf("role", role, Role.class);
        var filter = new RecipientFilter(unit, section, known, Params.flag("failing", failing));
        return TableFormat.asked(headers)
                .map(
                        format ->
                                tables.respond(
                                        format,
                                        RecipientTable.SHEET,
                                        RecipientTable.SHEET,
                                        RecipientTable.WRITTEN,
                                        sink -> service.each(filter, RecipientTable.rows(sink))))
                .orElseGet(() -> service.list(filter, paging).respond(uri).toResponse());
    }

    @DELETE
    @Path("/{recipient}")
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION})
    @Operation(
            summary = "Remove a recipient",
            description =
                    "What was sent to them stays on record. Their links are void, also if the key is given again.")
    @APIResponse(responseCode = "204", description = "Removed")
    @Refuses(status = 404, when = "There is no such recipient")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deleteRecipient(
            @PathParam("recipient") String recipient,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(recipient, IfMatch.parse(ifMatch));
    }

    @POST
    @Path("/{recipient}/links/revoke")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Make all links of a recipient void",
            description =
                    "Those in every mail sent so far, and what was asked for by them: \"not mine\" and snoozes. Their next mail has new ones.")
    @APIResponse(
            responseCode = "200",
            description = "They are void",
            content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @Refuses(status = 404, when = "There is no such recipient")
    public RestResponse<RecipientView> revokeLinks(
            @PathParam("recipient") String recipient,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(null, () -> service.revokeLinks(recipient).respond());
    }

    @POST
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION})
    @TakesBody(most = TakesBody.MANY)
    @Consumes({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @Operation(
            summary = "Create or replace many recipients",
            description =
                    "A JSON array, NDJSON, or a table as CSV (RFC 4180) or XLSX with a header that names the columns recipient, email, name,"
                            + " language, unit, role and, if wanted, subject, sections (separated by spaces, commas or semicolons), at and"
                            + " pausedUntil, in any order and case. Cells are separated by commas, semicolons or tabs; the charset is UTF-8,"
                            + " UTF-16 with a byte order mark or, if Content-Type says so, windows-874 or TIS-620. Of a workbook the sheet recipients is"
                            + " read, else its first. Empty rows, and empty"
                            + " columns at the end, are passed over. A row of a table is one post: all rows of one key together are its posts"
                            + " and replace them, and their other cells agree; its outcome names the row of the file. Every line answers"
                            + " for itself, and the good ones are kept; the same lines again change nothing, and without a pausedUntil"
                            + " they leave a pause alone that was asked for by a link. At most 10,000 lines.")
    @RequestBody(
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RecipientLine[].class),
                        examples =
                                @ExampleObject(
                                        name = "json",
                                        value =
                                                """
                                                [{"recipient": "slk-legal-head", "email": "legal.head@slk.example", "name": "สมหญิง ใจดี",
                                                  "language": "th", "posts": [{"unit": "SLK", "sections": ["LEGAL"], "role": "HEAD"}]}]""")),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = RecipientLine.class)),
                @Content(
                        mediaType = CSV,
                        schema = @Schema(implementation = String.class),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value =
                                                """
                                                recipient,email,name,language,subject,unit,sections,role,at,pausedUntil
                                                slk-legal-head,legal.head@slk.example,สมหญิง ใจดี,th,slk-legal-head,SLK,LEGAL,HEAD,08:30,
                                                slk-legal-head,legal.head@slk.example,สมหญิง ใจดี,th,slk-legal-head,SLK,SUPPLY,HEAD,08:30,
                                                """)),
                @Content(
                        mediaType = XLSX,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of each line",
            content = @Content(schema = @Schema(implementation = RecipientOutcomes.class)))
    public Response putRecipients(
            InputStream body,
            @Context HttpHeaders headers,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        byte[] bytes = bulk.bytes(body, TakesBody.MANY);
        List<Line<ObjectNode>> lines = bulk.lines(bytes, headers.getMediaType(), ObjectNode.class);
        return put(bytes, () -> service.putAll(lines));
    }

    @POST
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION})
    @TakesBody(
            streamed = {CSV, XLSX},
            mostStreamed = Bulk.MOST_BYTES)
    @RunOnVirtualThread
    @Consumes({CSV, XLSX})
    @Operation(hidden = true)
    public Response putRecipientsTable(InputStream body, @Context HttpHeaders headers) {
        byte[] bytes = bulk.bytes(body, Bulk.MOST_BYTES);
        List<PostLine<ObjectNode>> lines =
                RecipientTable.lines(
                        tables.read(
                                bytes,
                                headers.getMediaType(),
                                RecipientTable.SHEET,
                                RecipientTable.COLUMNS));
        return put(bytes, () -> service.putPosts(lines));
    }

    /**
     * A {@code Response}, since two methods share the path: for a {@code RestResponse} Quarkus
     * looks at {@code Accept} when all is done, and answers 406 for what it has kept.
     */
    private Response put(byte[] bytes, Supplier<List<Outcome>> written) {
        return idempotency
                .onceBytes(
                        bytes,
                        () ->
                                RestResponse.ok(
                                        bulk.view(written.get(), List.of("recipient", "etag"))))
                .toResponse();
    }

    /** Recipients, by key. */
    @Schema(name = "RecipientPage")
    record RecipientPage(List<RecipientView> items, int page, int size, long total) {}
}

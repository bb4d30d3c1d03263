package org.kongdee.evidence.filing;

import static org.kongdee.web.security.Roles.OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.item.ItemIds;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.web.idempotency.Idempotency;

/**
 * Filing over HTTP: evidence for the first time. Where two methods share a path, they return a
 * {@code Response}: for a {@code RestResponse} Quarkus looks at {@code Accept} when all is done,
 * and answers 406 for what it has filed.
 */
@Path("/v1/collections/{collection}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Items with their files and links")
public class FilingResource {

    static final String EXAMPLE =
            """
            {"unit":"SLK","slot":"1.1.2","kind":"communication","channel":"line","section":"LEGAL",
             "title":"ประกาศงดรับของขวัญ ทางกลุ่มไลน์","date":"2022-01-10","link":"https://www.example.org/announcement"}
            """;

    private final FilingService service;
    private final Uploads uploads;
    private final Idempotency idempotency;

    FilingResource(FilingService service, Uploads uploads, Idempotency idempotency) {
        this.service = service;
        this.uploads = uploads;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OFFICER)
    @Operation(
            summary = "File evidence",
            description =
                    "Officers file for their own unit. JSON files a link, or files that the unit has filed before. "
                            + EvidenceForm.DESCRIPTION)
    @APIResponse(
            responseCode = "201",
            description = "Filed; it waits for review",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(responseCode = "404", description = "No such collection")
    @APIResponse(responseCode = "409", description = "The collection is closed")
    @APIResponse(
            responseCode = "422",
            description =
                    "No such unit, slot, kind, channel, section or file, or a link that is not taken")
    @APIResponse(
            responseCode = "413",
            description =
                    "A file, the item, the unit, or their number is over its limit; the problem names it")
    @APIResponse(responseCode = "408", description = "The files arrive too slowly")
    @APIResponse(responseCode = "507", description = "The storage is full; nothing was kept")
    public Response fileEvidence(
            @PathParam("collection") String collection,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = FileEvidence.class),
                                        examples = @ExampleObject(name = "link", value = EXAMPLE)),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA,
                                        schema = @Schema(implementation = EvidenceForm.class),
                                        encoding =
                                                @Encoding(
                                                        name = "metadata",
                                                        contentType = MediaType.APPLICATION_JSON),
                                        examples =
                                                @ExampleObject(
                                                        name = "files",
                                                        value = EvidenceForm.EXAMPLE))
                            })
                    @NotNull
                    @Valid
                    FileEvidence command,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency
                .once(
                        command,
                        () ->
                                created(
                                        service.file(
                                                collection, command, FilingService.Kept.NOTHING)))
                .toResponse();
    }

    /** On a virtual thread: a slow uploader holds no thread that others wait for. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(OFFICER)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response uploadEvidence(
            @PathParam("collection") String collection,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true)
                    @Nullable String contentType,
            InputStream body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return uploads.receive(
                        body,
                        contentType,
                        evidence -> service.checkFiling(collection, evidence),
                        (evidence, kept) -> created(service.file(collection, evidence, kept)))
                .toResponse();
    }

    static RestResponse<ItemView> created(ItemView item) {
        return ResponseBuilder.<ItemView>created(URI.create(ItemIds.path(item.id())))
                .header(HttpHeaders.ETAG, item.etag())
                .entity(item)
                .build();
    }
}

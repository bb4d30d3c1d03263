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
import java.io.InputStream;
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
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.item.ItemIds;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;

/** Filing over HTTP: evidence for the first time, by itself or with files. */
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
                    "A link, or files that the unit has filed before: new ones are sent to …/evidence/files. Officers file for their own unit.")
    @APIResponse(
            responseCode = "201",
            description = "Filed; it waits for review",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 403, when = "The evidence is of another unit than the officer's own")
    @Refuses(status = 404, when = "No such collection")
    @Refuses(status = 409, types = "collection-closed", when = "The collection is closed")
    @Refuses(
            status = 422,
            types = {"evidence-does-not-fit", "evidence-missing", "unknown-file"},
            when =
                    "No such unit, slot, kind, channel, section or file, no kind where the slot has kinds, days in the wrong order, a link that is not taken, or neither a file nor a link")
    @Refuses(
            status = 413,
            types = {"too-large", "item-too-large", "unit-too-large", "too-many-files"},
            when =
                    "The body, the item with all its files, what the unit keeps, or the number of files is over its limit; the problem names it")
    public RestResponse<ItemView> fileEvidence(
            @PathParam("collection") String collection,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = FileEvidence.class),
                                            examples =
                                                    @ExampleObject(name = "link", value = EXAMPLE)))
                    @NotNull
                    @Valid
                    FileEvidence command,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(
                command,
                () -> created(service.file(collection, command, FilingService.Kept.NOTHING)));
    }

    /** On a virtual thread: a slow uploader holds no thread that others wait for. */
    @POST
    @Path("/files")
    @TakesBody(streamed = MediaType.MULTIPART_FORM_DATA)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(OFFICER)
    @RunOnVirtualThread
    @Operation(
            summary = "File evidence with files",
            description = "Officers file for their own unit. " + EvidenceForm.DESCRIPTION)
    @APIResponse(
            responseCode = "201",
            description = "Filed; it waits for review",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 403, when = "The evidence is of another unit than the officer's own")
    @Refuses(status = 404, when = "No such collection")
    @Refuses(status = 409, types = "collection-closed", when = "The collection is closed")
    @Refuses(
            status = 422,
            types = {
                "evidence-does-not-fit",
                "unknown-file",
                "empty-file",
                "file-type-not-taken",
                "file-encrypted",
                "ambiguous-file",
                "unsafe-archive"
            },
            when =
                    "No such unit, slot, kind, channel, section or file to copy, no kind where the slot has kinds, days in the wrong order, or a link or file that is not taken")
    @Refuses(
            status = 413,
            types = {
                "too-large",
                "metadata-too-large",
                "file-too-large",
                "item-too-large",
                "unit-too-large",
                "too-many-files"
            },
            when =
                    "The metadata, a file, the item with all its files, what the unit keeps, or the number of files is over its limit; the problem names it")
    @Refuses(status = 507, when = "The storage is full; nothing was kept")
    public RestResponse<ItemView> uploadEvidence(
            @PathParam("collection") String collection,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true)
                    @Nullable String contentType,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA,
                                            schema = @Schema(implementation = EvidenceForm.class),
                                            encoding =
                                                    @Encoding(
                                                            name = "metadata",
                                                            contentType =
                                                                    MediaType.APPLICATION_JSON),
                                            examples =
                                                    @ExampleObject(
                                                            name = "files",
                                                            value = EvidenceForm.EXAMPLE)))
                    InputStream body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return uploads.receive(
                body,
                contentType,
                evidence -> service.checkFiling(collection, evidence),
                (evidence, kept) -> created(service.file(collection, evidence, kept)));
    }

    static RestResponse<ItemView> created(ItemView item) {
        return ResponseBuilder.create(Status.CREATED, item)
                .header(HttpHeaders.LOCATION, ItemIds.path(item.id()))
                .header(HttpHeaders.ETAG, item.etag())
                .build();
    }
}

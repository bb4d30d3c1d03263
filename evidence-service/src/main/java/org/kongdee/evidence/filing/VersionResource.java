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
import java.util.UUID;
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
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.filing.FilingService.Kept;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.item.ItemIds;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.operation.TakesBody;

/** Filing over HTTP: new versions, by themselves or with files. */
@Path("/v1/evidence/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Items with their files and links")
public class VersionResource {

    private final FilingService service;
    private final Uploads uploads;
    private final Idempotency idempotency;

    VersionResource(FilingService service, Uploads uploads, Idempotency idempotency) {
        this.service = service;
        this.uploads = uploads;
        this.idempotency = idempotency;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(OFFICER)
    @Operation(
            summary = "File a new version",
            description =
                    "Says anew all that the item says; files are kept by naming them in copyFiles, new ones are sent to …/versions/files. An accepted item counts until the new version is accepted.")
    @APIResponse(
            responseCode = "201",
            description = "Filed; it waits for review",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    @Refuses(
            status = 409,
            types = {"version-pending", "wrong-item-state", "collection-closed"},
            when =
                    "A newer version waits already, the item is withdrawn, superseded or purged, or the collection is closed")
    @Refuses(
            status = 422,
            types = {"evidence-does-not-fit", "evidence-missing", "unknown-file"},
            when =
                    "Another unit, no such slot, kind, channel, section or file, no kind where the slot has kinds, days in the wrong order, a link that is not taken, or neither a file nor a link")
    @Refuses(
            status = 413,
            types = {"too-large", "item-too-large", "unit-too-large", "too-many-files"},
            when =
                    "The body, the item with all its files, what the unit keeps, or the number of files is over its limit; the problem names it")
    public RestResponse<ItemView> fileEvidenceVersion(
            @PathParam("id") String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = FileEvidence.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "link",
                                                            value = FilingResource.EXAMPLE)))
                    @NotNull
                    @Valid
                    FileEvidence command,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        UUID item = ItemIds.parse(id);
        return idempotency.once(
                command,
                () -> FilingResource.created(service.version(item, command, Kept.NOTHING)));
    }

    /** On a virtual thread: a slow uploader holds no thread that others wait for. */
    @POST
    @Path("/files")
    @TakesBody(streamed = MediaType.MULTIPART_FORM_DATA)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(OFFICER)
    @RunOnVirtualThread
    @Operation(
            summary = "File a new version with files",
            description =
                    "Says anew all that the item says; its files are kept by naming them in copyFiles. An accepted item counts until the new version is accepted. "
                            + EvidenceForm.DESCRIPTION)
    @APIResponse(
            responseCode = "201",
            description = "Filed; it waits for review",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    @Refuses(
            status = 409,
            types = {"version-pending", "wrong-item-state", "collection-closed"},
            when =
                    "A newer version waits already, the item is withdrawn, superseded or purged, or the collection is closed")
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
                    "Another unit, no such slot, kind, channel, section or file to copy, no kind where the slot has kinds, days in the wrong order, or a link or file that is not taken")
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
    public RestResponse<ItemView> uploadEvidenceVersion(
            @PathParam("id") String id,
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
        UUID item = ItemIds.parse(id);
        return uploads.receive(
                body,
                contentType,
                evidence -> service.checkVersion(item, evidence),
                (evidence, kept) -> FilingResource.created(service.version(item, evidence, kept)));
    }
}

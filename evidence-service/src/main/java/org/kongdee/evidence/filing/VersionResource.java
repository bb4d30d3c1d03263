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
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.filing.FilingService.Kept;
import org.kongdee.evidence.item.FileEvidence;
import org.kongdee.evidence.item.ItemIds;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.web.idempotency.Idempotency;

/** Filing over HTTP: new versions. Why a {@code Response}, {@link FilingResource} says. */
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
                    "Says anew all that the item says, as JSON or with files as when it was first filed; files are kept by naming them in copyFiles. An accepted item counts until the new version is accepted.")
    @APIResponse(
            responseCode = "201",
            description = "Filed; it waits for review",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(
            responseCode = "404",
            description = "No such item, or one of another unit than the officer's own")
    @APIResponse(
            responseCode = "409",
            description =
                    "A newer version waits already, the item is withdrawn, superseded or purged, or the collection is closed")
    @APIResponse(
            responseCode = "422",
            description =
                    "No such slot, kind, channel, section or file, or a link that is not taken")
    @APIResponse(
            responseCode = "413",
            description =
                    "A file, the item, the unit, or their number is over its limit; the problem names it")
    @APIResponse(responseCode = "408", description = "The files arrive too slowly")
    @APIResponse(responseCode = "507", description = "The storage is full; nothing was kept")
    public Response fileEvidenceVersion(
            @PathParam("id") String id,
            @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON,
                                        schema = @Schema(implementation = FileEvidence.class),
                                        examples =
                                                @ExampleObject(
                                                        name = "link",
                                                        value = FilingResource.EXAMPLE)),
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
        UUID item = ItemIds.parse(id);
        return idempotency
                .once(
                        command,
                        () -> FilingResource.created(service.version(item, command, Kept.NOTHING)))
                .toResponse();
    }

    /** On a virtual thread: a slow uploader holds no thread that others wait for. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(OFFICER)
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Response uploadEvidenceVersion(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Parameter(hidden = true)
                    @Nullable String contentType,
            InputStream body,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        UUID item = ItemIds.parse(id);
        return uploads.receive(
                        body,
                        contentType,
                        evidence -> service.checkVersion(item, evidence),
                        (evidence, kept) ->
                                FilingResource.created(service.version(item, evidence, kept)))
                .toResponse();
    }
}

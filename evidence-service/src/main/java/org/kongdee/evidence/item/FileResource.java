package org.kongdee.evidence.item;

import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;
import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;

/** The files of an item over HTTP. Viewers do not get them. */
@Path("/v1/evidence/{id}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Files", description = "The files of items")
public class FileResource {

    private static final String ANY = "*/*";

    private final FileDelivery delivery;

    FileResource(FileDelivery delivery) {
        this.delivery = delivery;
    }

    @GET
    @RunOnVirtualThread
    @Path("/content")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER})
    @Operation(
            summary = "Get the first file of an item",
            description =
                    "Always as an attachment. Range, If-Range and If-None-Match are understood; the ETag is strong.")
    @APIResponse(
            responseCode = "200",
            description = "The whole file",
            content = @Content(mediaType = ANY, schema = @Schema(type = STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range names",
            content = @Content(mediaType = ANY, schema = @Schema(type = STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @Refuses(
            status = 404,
            when = "No such item or file, or one of another unit than the officer's own")
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(
            status = 409,
            types = {"file-scanning", "file-quarantined", "file-damaged", "file-purged"},
            when = "The file waits for its virus scan, is quarantined, damaged or purged")
    @Refuses(status = 416, when = "The file has no such range")
    public Response getFirstFile(
            @PathParam("id") String id,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return delivery.deliver(ItemIds.parse(id), 1, range, ifRange, ifNoneMatch);
    }

    @HEAD
    @Path("/content")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER})
    @Operation(summary = "Get the headers of the first file of an item")
    @APIResponse(responseCode = "200", description = "Size, name and ETag of the file")
    @Refuses(
            status = 404,
            when = "No such item or file, or one of another unit than the officer's own")
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(
            status = 409,
            types = {"file-scanning", "file-quarantined", "file-damaged", "file-purged"},
            when = "The file waits for its virus scan, is quarantined, damaged or purged")
    public Response headFirstFile(@PathParam("id") String id) {
        return delivery.describe(ItemIds.parse(id), 1);
    }

    @GET
    @RunOnVirtualThread
    @Path("/files/{number}/content")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER})
    @Operation(
            summary = "Get a file of an item",
            description =
                    "Always as an attachment. Range, If-Range and If-None-Match are understood; the ETag is strong.")
    @APIResponse(
            responseCode = "200",
            description = "The whole file",
            content = @Content(mediaType = ANY, schema = @Schema(type = STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range names",
            content = @Content(mediaType = ANY, schema = @Schema(type = STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @Refuses(
            status = 404,
            when = "No such item or file, or one of another unit than the officer's own")
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(
            status = 409,
            types = {"file-scanning", "file-quarantined", "file-damaged", "file-purged"},
            when = "The file waits for its virus scan, is quarantined, damaged or purged")
    @Refuses(status = 416, when = "The file has no such range")
    public Response getFile(
            @PathParam("id") String id,
            @PathParam("number")
                    @Parameter(example = "1", schema = @Schema(type = INTEGER, minimum = "1"))
                    String number,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return delivery.deliver(ItemIds.parse(id), number(number), range, ifRange, ifNoneMatch);
    }

    @HEAD
    @Path("/files/{number}/content")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER})
    @Operation(summary = "Get the headers of a file of an item")
    @APIResponse(responseCode = "200", description = "Size, name and ETag of the file")
    @Refuses(
            status = 404,
            when = "No such item or file, or one of another unit than the officer's own")
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(
            status = 409,
            types = {"file-scanning", "file-quarantined", "file-damaged", "file-purged"},
            when = "The file waits for its virus scan, is quarantined, damaged or purged")
    public Response headFile(
            @PathParam("id") String id,
            @PathParam("number")
                    @Parameter(example = "1", schema = @Schema(type = INTEGER, minimum = "1"))
                    String number) {
        return delivery.describe(ItemIds.parse(id), number(number));
    }

    private static int number(String number) {
        return number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
    }
}

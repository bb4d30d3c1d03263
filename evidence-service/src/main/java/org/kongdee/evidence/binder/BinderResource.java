package org.kongdee.evidence.binder;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.collection.CollectionView;
import org.kongdee.evidence.collection.EnrolmentService;
import org.kongdee.evidence.collection.UnitView;
import org.kongdee.evidence.file.FileName;
import org.kongdee.evidence.item.ItemSearch;
import org.kongdee.evidence.item.ItemView;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.security.Caller;

/** The binder over HTTP. */
@Path("/v1/collections/{collection}/units/{unit}/binder.zip")
@Tag(name = "Files", description = "The files of items")
public class BinderResource {

    private static final String ZIP = "application/zip";

    private final CollectionService collections;
    private final EnrolmentService units;
    private final ItemSearch search;
    private final BinderWriter writer;
    private final Caller caller;

    BinderResource(
            CollectionService collections,
            EnrolmentService units,
            ItemSearch search,
            BinderWriter writer,
            Caller caller) {
        this.collections = collections;
        this.units = units;
        this.search = search;
        this.writer = writer;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Produces(ZIP)
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER})
    @Operation(
            summary = "Get all accepted evidence of a unit",
            description =
                    "A ZIP with a folder a slot in rubric order, index.html, index.csv and manifest.json with the SHA-256 of each file. Streamed; a stream that breaks off is no binder.")
    @APIResponse(
            responseCode = "200",
            description = "The binder",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "attachment, with the name of the file (RFC 6266)",
                            schema = @Schema(type = SchemaType.STRING)),
            content =
                    @Content(
                            mediaType = ZIP,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Refuses(
            status = 404,
            when = "No such collection or unit, or another unit than the officer's own")
    public RestResponse<StreamingOutput> getBinder(
            @PathParam("collection") String collection, @PathParam("unit") String unit) {
        caller.mustSee(unit);
        CollectionView found = collections.get(collection);
        UnitView enrolled = units.get(collection, unit);
        List<ItemView> accepted = search.accepted(collection, unit);
        StreamingOutput zip = out -> writer.write(found, enrolled, accepted, out);
        return ResponseBuilder.ok(zip, ZIP)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.of("%s %s.zip".formatted(collection, unit)).asAttachment())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}

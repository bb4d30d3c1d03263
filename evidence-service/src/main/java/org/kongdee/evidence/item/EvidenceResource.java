package org.kongdee.evidence.item;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Caller;

/** The evidence of a collection over HTTP: searched. */
@Path("/v1/collections/{collection}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Items with their files and links")
public class EvidenceResource {

    private final ItemSearch search;
    private final Caller caller;
    private final Ndjson ndjson;

    EvidenceResource(ItemSearch search, Caller caller, Ndjson ndjson) {
        this.search = search;
        this.caller = caller;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER})
    @Operation(
            summary = "Search evidence",
            description = "Newest first. An officer sees the own unit only.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ItemPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = ItemView.class))
            })
    @Refuses(status = 404, when = "No such collection, or another unit than the officer's own")
    public Response searchEvidence(
            @PathParam("collection") String collection,
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("slot") @Nullable String slot,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("status")
                    @Nullable
                    @Parameter(schema = @Schema(implementation = ItemStatus.class))
                    String status,
            @QueryParam("from")
                    @Nullable
                    @Parameter(
                            description = "Evidence dated on this day or later",
                            example = "2021-11-01",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String from,
            @QueryParam("to")
                    @Nullable
                    @Parameter(
                            description = "Evidence dated on this day or earlier",
                            example = "2021-12-20",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String to,
            @QueryParam("q")
                    @Nullable
                    @Parameter(
                            description = "Text in title, description, file names or link",
                            example = "ของขวัญ")
                    String q,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        if (unit != null) {
            caller.mustSee(unit);
        }
        String only = caller.onlyUnit();
        var filter =
                new ItemFilter(
                        collection,
                        only == null ? unit : only,
                        slot,
                        kind,
                        status == null ? null : Params.oneOf("status", status, ItemStatus.class),
                        Params.date("from", from).orElse(null),
                        Params.date("to", to).orElse(null),
                        q == null || q.isBlank() ? null : q);
        search.mustExist(collection);
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> search.each(filter, Ndjson.unchecked(sink)))
                : search.page(filter, paging).respond(uri).toResponse();
    }

    /**
     * A page of items.
     *
     * <p>For the contract only.
     */
    @Schema(name = "EvidencePage")
    private record ItemPage(List<ItemView> items, int page, int size, long total) {}
}

package org.kongdee.evidence.collection;

import static org.kongdee.web.security.Roles.ASSESSOR;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Keys;

/** Collections over HTTP. */
@Path("/v1/collections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Collections", description = "What evidence is gathered for")
public class CollectionResource {

    private static final String PUT_EXAMPLE =
            """
            {"period":{"start":"2021-08-01","end":"2022-07-30"},"timeZone":"Asia/Bangkok","status":"OPEN","review":"PEER",
             "slots":[{"code":"1.1.2","title":{"en":"Guideline communicated to staff","th":"สื่อสารแนวทางให้บุคลากรทราบ"},
                       "kinds":[{"code":"communication","title":{"en":"Communication","th":"การสื่อสาร"}}],
                       "channels":["line","website","circular"]}]}
            """;

    private final CollectionService service;
    private final Ndjson ndjson;

    CollectionResource(CollectionService service, Ndjson ndjson) {
        this.service = service;
        this.ndjson = ndjson;
    }

    @GET
    @RunOnVirtualThread
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, SERVICE})
    @Operation(summary = "List collections", description = "Ordered by key.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole list as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CollectionPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = CollectionView.class))
            })
    public Response listCollections(
            @BeanParam Paging paging, @Context UriInfo uri, @Context HttpHeaders headers) {
        return Ndjson.isAsked(headers)
                ? ndjson.stream(sink -> service.each(Ndjson.unchecked(sink)))
                : service.list(paging).respond(uri).toResponse();
    }

    @GET
    @Path("/{collection}")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER, SERVICE})
    @Operation(summary = "Get a collection")
    @APIResponse(
            responseCode = "200",
            description = "The collection with its slots",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @Refuses(status = 404, when = "No such collection")
    public RestResponse<CollectionView> getCollection(
            @PathParam("collection") String collection, @Context Request request) {
        return service.read(collection).respond(request);
    }

    @PUT
    @Path("/{collection}")
    @TakesBody(most = TakesBody.MANY)
    @RolesAllowed({ORGANISER, SERVICE})
    @Operation(
            summary = "Create or change a collection",
            description =
                    "Slots stand in the order of the rubric. The same content again changes nothing. What has evidence cannot be taken away.")
    @APIResponse(
            responseCode = "200",
            description = "Changed, or as it was",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = CollectionView.class)))
    @Refuses(
            status = 409,
            types = "evidence-in-the-way",
            when = "There is evidence in a slot, of a kind or of a channel that would go")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(
            status = 422,
            types = {"duplicate-code", "out-of-order"},
            when =
                    "A slot stands twice, or a kind in one slot, or the period ends before it starts")
    @Refuses(status = 428, when = "It is there and differs, and If-Match is missing")
    public RestResponse<CollectionView> putCollection(
            @PathParam("collection") @Pattern(regexp = Keys.LOWER, message = Keys.LOWER_HINT)
                    String collection,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PutCollection.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "contest",
                                                            value = PUT_EXAMPLE)))
                    @NotNull
                    @Valid
                    PutCollection command) {
        return service.put(collection, command, IfMatch.parse(ifMatch)).respond();
    }

    /**
     * A page of collections.
     *
     * <p>For the contract only.
     */
    @Schema(name = "CollectionPage")
    private record CollectionPage(List<CollectionView> items, int page, int size, long total) {}
}

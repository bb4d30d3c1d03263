package org.kongdee.evidence.facts;

import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.change.ChangeService;
import org.kongdee.evidence.change.ChangesView;
import org.kongdee.evidence.change.Cursor;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.facts.UnitItemResource.UnitItems;
import org.kongdee.web.params.Params;

/** What rubric-service reads until it follows the one feed; this goes then. */
@Path("/v1/collections/{collection}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class FormerPathsResource {

    private static final int MOST = 1000;

    private final ChangeService changes;
    private final CollectionService collections;
    private final UnitItemResource items;

    FormerPathsResource(
            ChangeService changes, CollectionService collections, UnitItemResource items) {
        this.changes = changes;
        this.collections = collections;
        this.items = items;
    }

    @GET
    @Path("/changes")
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "Follow the changes of a collection",
            description = "GET /v1/changes says it of all collections, and takes its place.",
            deprecated = true)
    @APIResponseSchema(
            value = CollectionChanges.class,
            responseDescription = "What was touched, and where to go on")
    @APIResponse(responseCode = "404", description = "No such collection")
    public CollectionChanges getCollectionChanges(
            @PathParam("collection") String collection,
            @QueryParam("after")
                    @Nullable
                    @Parameter(description = "The 'next' of an earlier answer")
                    String after,
            @QueryParam("limit")
                    @Nullable
                    @Parameter(description = "Slots at most, 1 to 1000", example = "500")
                    String limit) {
        Cursor cursor = Cursor.parse(after);
        int most = Params.number("limit", limit, 500, 1, MOST);
        collections.mustExist(collection);
        return CollectionChanges.of(changes.after(collection, cursor, most));
    }

    @GET
    @Path("/units/{unit}/counted-items")
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "List the items behind a unit's facts",
            description = "GET …/units/{unit}/items answers the same, and takes its place.",
            deprecated = true)
    @APIResponseSchema(value = UnitItems.class, responseDescription = "The items")
    @APIResponse(responseCode = "404", description = "No such collection or unit")
    public UnitItems getCountedItems(
            @PathParam("collection") String collection, @PathParam("unit") String unit) {
        return items.getUnitItems(collection, unit);
    }

    /** What was touched in one collection. */
    @Schema(name = "CollectionChanges")
    record CollectionChanges(List<Unit> changes, String next, boolean more) {

        /** A unit and those of its slots whose facts may differ now. */
        @Schema(name = "CollectionTouchedUnit")
        record Unit(
                @Schema(examples = "SLK") String unit,
                @Schema(examples = "1.1.2") List<String> slots) {}

        static CollectionChanges of(ChangesView view) {
            return new CollectionChanges(
                    view.changes().stream()
                            .map(unit -> new Unit(unit.unit(), unit.slots()))
                            .toList(),
                    view.next(),
                    view.more());
        }
    }
}

package org.kongdee.evidence.facts;

import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.evidence.collection.CollectionService;
import org.kongdee.evidence.collection.EnrolmentService;
import org.kongdee.web.contract.Refuses;

/** The items of a unit over HTTP, as a neighbour keeps them. */
@Path("/v1/collections/{collection}/units/{unit}/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class UnitItemResource {

    private final CountedItemRepository repository;
    private final CollectionService collections;
    private final EnrolmentService units;

    UnitItemResource(
            CountedItemRepository repository,
            CollectionService collections,
            EnrolmentService units) {
        this.repository = repository;
        this.collections = collections;
        this.units = units;
    }

    @GET
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "List the items behind a unit's facts",
            description =
                    "Accepted and waiting items dated inside the period, in the order of slots and dates, bare of titles and files. A neighbour"
                            + " that keeps them can tally the facts of any day by itself.")
    @APIResponseSchema(value = UnitItems.class, responseDescription = "The items")
    @Refuses(status = 404, when = "No such collection or unit")
    public UnitItems getUnitItems(
            @PathParam("collection") String collection, @PathParam("unit") String unit) {
        collections.mustExist(collection);
        String enrolled = units.get(collection, unit).unit();
        return new UnitItems(enrolled, repository.of(collection, enrolled));
    }

    /**
     * The items of one unit.
     *
     * @param items in the order of slots and dates
     */
    @Schema(name = "UnitItems")
    record UnitItems(@Schema(examples = "SLK") String unit, List<CountedItem> items) {}
}

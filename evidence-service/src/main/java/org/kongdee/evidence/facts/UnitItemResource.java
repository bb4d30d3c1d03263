package org.kongdee.evidence.facts;

import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.evidence.collection.EnrolmentService;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Ndjson;

/** The items of a unit over HTTP, as a neighbour keeps them. */
@Path("/v1/collections/{collection}/units/{unit}/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts")
public class UnitItemResource {

    private final FactsService service;
    private final EnrolmentService units;
    private final LongDocument document;

    UnitItemResource(FactsService service, EnrolmentService units, LongDocument document) {
        this.service = service;
        this.units = units;
        this.document = document;
    }

    @GET
    @RunOnVirtualThread
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "List the items behind a unit's facts",
            description =
                    "In the order of slots and dates: what is accepted, what waits for review and could be accepted, and what was rejected and"
                            + " neither replaced nor taken away; also what is dated outside the period. A neighbour that keeps them can tally"
                            + " the facts of any day by itself, and say of what they are made.")
    @APIResponse(
            responseCode = "200",
            description = "The items",
            content = @Content(schema = @Schema(implementation = UnitItems.class)))
    @Refuses(status = 404, when = "No such collection or unit")
    public Response getUnitItems(
            @PathParam("collection") String collection, @PathParam("unit") String unit) {
        String enrolled = units.get(collection, unit).unit();
        return document.of(
                head -> head.writeStringField("unit", enrolled),
                "items",
                items -> service.eachItem(collection, enrolled, Ndjson.unchecked(items)));
    }

    /**
     * The items of one unit.
     *
     * <p>For the contract only.
     *
     * @param items in the order of slots and dates
     */
    @Schema(name = "UnitItems")
    private record UnitItems(@Schema(examples = "SLK") String unit, List<UnitItem> items) {}
}

package org.kongdee.rubric.standing;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.UnitCursor;
import org.kongdee.rubric.standing.StandingService.Changes;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;

/** Standings over HTTP. */
@Path("/v1/cycles/{cycle}/standings")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Standings", description = "Where units and their sections stand")
public class StandingResource {

    private final StandingService service;

    StandingResource(StandingService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({SERVICE, ORGANISER, ASSESSOR, OFFICER, VIEWER})
    @Operation(
            summary = "Follow where the units of a cycle stand",
            description =
                    "Each unit once, as it stands now, in the order in which claims, evidence or plans last changed: those that changed after a"
                            + " cursor, and the cursor to go on from; without one, all. An empty list means that nothing more has changed. An"
                            + " officer sees the own unit only; of a cycle that is not open yet there is nothing to see.")
    @APIResponseSchema(
            value = StandingChanges.class,
            responseDescription = "What changed, and where to go on")
    @Refuses(status = 404, when = "No such cycle")
    public StandingChanges listStandings(
            @PathParam("cycle") String cycle,
            @Parameter(description = "A cursor of an earlier answer, or start")
                    @QueryParam("changedSince")
                    @Nullable String changedSince,
            @Parameter(
                            description = "Units at most, 1 to 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("size")
                    @Nullable String size) {
        Changes changes =
                service.changes(
                        cycle,
                        UnitCursor.parse("changedSince", changedSince),
                        Params.number("size", size, Paging.DEFAULT_SIZE, 1, Paging.MAX_SIZE));
        return new StandingChanges(changes.standings(), changes.cursor().text());
    }

    /**
     * Changes, and the cursor to go on from.
     *
     * @param items in the order in which they changed; empty if nothing more has
     * @param cursor for changedSince of the next call
     */
    public record StandingChanges(List<StandingView> items, String cursor) {}
}

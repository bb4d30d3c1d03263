package org.kongdee.notification.board;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.security.Roles;

@Path("/v1/boards")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Boards", description = "Where a unit stands, section by section.")
public class BoardResource {

    private final BoardService service;

    BoardResource(BoardService service) {
        this.service = service;
    }

    @GET
    @Path("/{unit}")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR, Roles.SERVICE})
    @Operation(
            summary = "The board of a unit",
            description =
                    "What is overdue, due soon or waits for review, and the points, by section; what the director's digest of the weekly day"
                            + " opens with. From what rubric-service told last. An officer sees the own unit.")
    @APIResponse(responseCode = "200", description = "The board")
    @Refuses(status = 404, when = "Nothing is known of such a unit")
    public Board getBoard(@PathParam("unit") String unit) {
        return service.board(unit);
    }
}

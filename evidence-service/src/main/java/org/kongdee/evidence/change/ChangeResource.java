package org.kongdee.evidence.change;

import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.params.Params;

/** The change feed over HTTP. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Facts", description = "What the evidence amounts to, and when to look again")
public class ChangeResource {

    private static final int MOST = 1000;

    private final ChangeService service;

    ChangeResource(ChangeService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "Follow the changes of all collections",
            description =
                    "Which units and slots were touched after a cursor, by what was filed, reviewed, corrected or taken away, or by other sections of the unit, the oldest first; without one, all that ever were. The cursor never passes a change that commits late. A slot touched again shows once.")
    @APIResponseSchema(
            value = ChangesView.class,
            responseDescription = "What was touched, and where to go on")
    public ChangesView getChanges(
            @QueryParam("after")
                    @Nullable
                    @Parameter(
                            description =
                                    "The `next` of an earlier answer; left out, from the beginning")
                    String after,
            @QueryParam("limit")
                    @Nullable
                    @Parameter(
                            description = "Slots at most",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "500"))
                    String limit) {
        return service.after(Cursor.parse(after), Params.number("limit", limit, 500, 1, MOST));
    }
}

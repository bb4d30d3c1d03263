package org.kongdee.rubric.sheet;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTHOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;

/** Sheets over HTTP. */
@Path("/v1/cycles/{cycle}/assessments/{unit}/sheet")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sheets", description = "The whole table of a unit in one answer")
public class SheetResource {

    private final SheetService service;

    SheetResource(SheetService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get the whole table of a unit",
            description =
                    "For each criterion what the rubric says, what the unit plans, its milestones, how much evidence is there and waits, and the"
                            + " points that are backed and claimed. Ask again with If-None-Match: as long as nothing has changed the answer is 304."
                            + " The readiness says as of when the evidence is known.")
    @APIResponse(
            responseCode = "200",
            description = "The sheet",
            content = @Content(schema = @Schema(implementation = SheetView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public RestResponse<SheetView> getSheet(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Context Request request) {
        StoredSheet stored = service.stored(cycle, unit);
        return ETags.ok(request, stored.etag(), () -> service.view(cycle, stored));
    }
}

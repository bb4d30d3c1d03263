package org.kongdee.notification.milestone;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.security.Roles;

@Path("/v1/sync")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Sync",
        description =
                "What is mirrored of rubric-service: milestones, where units stand, and rejected evidence.")
public class SyncResource {

    private final SyncService service;

    SyncResource(SyncService service) {
        this.service = service;
    }

    @POST
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.SERVICE})
    @Operation(
            summary = "Fetch now what has changed in rubric-service",
            description =
                    "It is done by itself at start and every minute. Doing it again changes nothing.")
    @APIResponse(responseCode = "200", description = "What was fetched")
    @Refuses(
            status = 409,
            types = "rubric-not-configured",
            when = "No rubric-service is configured")
    public SyncView syncMilestones() {
        return service.sync();
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.VIEWER, Roles.AUTOMATION, Roles.SERVICE})
    @Operation(summary = "How fresh the mirror is, and what it holds")
    @APIResponse(responseCode = "200", description = "The mirrored cycles")
    public SyncView getSyncState() {
        return service.state();
    }
}

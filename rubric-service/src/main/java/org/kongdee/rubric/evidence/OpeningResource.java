package org.kongdee.rubric.evidence;

import static org.kongdee.web.security.Roles.ORGANISER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.cycle.CycleView;
import org.kongdee.rubric.evidence.OpeningService.Prepared;
import org.kongdee.rubric.rubric.UnitGroups;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;

/** Opening and closing cycles over HTTP. */
@Path("/v1/cycles/{cycle}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cycles")
public class OpeningResource {

    private final OpeningService service;
    private final Idempotency idempotency;

    OpeningResource(OpeningService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @Path("/open")
    @RolesAllowed(ORGANISER)
    @Operation(
            summary = "Open a cycle",
            description =
                    "Registers the cycle's collection and its units with evidence-service, then takes scores from now on; the milestones of every"
                            + " enrolled unit are made of its plan and the rubric's deadlines. While evidence-service does not answer (503), the cycle stays a draft.")
    @APIResponse(
            responseCode = "200",
            description = "Open",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @Refuses(status = 404, when = "No such cycle")
    @Refuses(
            status = 409,
            types = {
                "cycle-state",
                "rubric-not-published",
                "evidence-in-the-way",
                "evidence-not-configured"
            },
            when =
                    "Not a draft, its rubric is not published, evidence of another cycle of this key is in the way, or the cycle refuses claims"
                            + " without evidence and there is no evidence-service")
    @Refuses(
            status = 422,
            types = {"invalid-plan", UnitGroups.UNKNOWN},
            when =
                    "Plans of units have faults that they had not when they were written, or units are in groups that the rubric does not have: errors[] has the first hundred")
    public RestResponse<CycleView> openCycle(
            @PathParam("cycle") String cycle,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        Prepared prepared = service.prepare(cycle);
        return idempotency.once(null, () -> service.open(cycle, prepared).respond());
    }

    @POST
    @Path("/close")
    @RolesAllowed(ORGANISER)
    @Operation(
            summary = "Close a cycle",
            description =
                    "From now on nothing in it changes. Its collection is closed too; the answer says PENDING until evidence-service has heard of it.")
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = CycleView.class)))
    @Refuses(status = 404, when = "No such cycle")
    @Refuses(status = 409, types = "cycle-state", when = "Not open")
    public RestResponse<CycleView> closeCycle(
            @PathParam("cycle") String cycle,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        return idempotency.once(null, () -> service.close(cycle).respond());
    }
}

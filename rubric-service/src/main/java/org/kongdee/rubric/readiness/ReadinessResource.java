package org.kongdee.rubric.readiness;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.params.Params;

/** Readiness and next steps over HTTP. */
@Path("/v1/cycles/{cycle}/assessments/{unit}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Readiness", description = "What the evidence supports, and what to do next")
public class ReadinessResource {

    private final ReadinessService service;

    ReadinessResource(ReadinessService service) {
        this.service = service;
    }

    @GET
    @Path("/readiness")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get a unit's readiness",
            description =
                    "For each criterion: what the accepted evidence supports and why, what it would support with what waits for review, the"
                            + " self-claim that stands, and what is missing for the next rung. It is made of what this service knows of the"
                            + " evidence as of factsAsOf; an accepted item shows within seconds.")
    @APIResponseSchema(value = Readiness.class, responseDescription = "The readiness")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public Readiness getReadiness(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(
                            description =
                                    "Count evidence dated up to and including this day, with today's state of review; left out, today in the cycle's time zone",
                            example = "2021-12-20",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("asOf")
                    @Nullable String asOf) {
        return service.readiness(cycle, unit, Params.date("asOf", asOf).orElse(null));
    }

    @GET
    @Path("/next-steps")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "List a unit's next steps",
            description =
                    "The next rung of each criterion, or of each part of it: the most points first, of equals the one that is due first.")
    @APIResponseSchema(value = NextSteps.class, responseDescription = "The steps")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public NextSteps getNextSteps(
            @PathParam("cycle") String cycle, @PathParam("unit") String unit) {
        return service.nextSteps(cycle, unit);
    }
}

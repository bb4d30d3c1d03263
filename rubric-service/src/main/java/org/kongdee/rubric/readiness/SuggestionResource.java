package org.kongdee.rubric.readiness;

import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.idempotency.Idempotency;
import org.kongdee.web.params.Params;

/** Suggestions over HTTP. */
@Path("/v1/cycles/{cycle}/assessments/{unit}/suggestions/accept")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Readiness")
public class SuggestionResource {

    private final SuggestionService service;
    private final Idempotency idempotency;

    SuggestionResource(SuggestionService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed({OFFICER, AUTOMATION})
    @Operation(
            summary = "Take what the evidence supports as self-scores",
            description =
                    "All criteria, or those named; an empty object means all. Fills what is not scored and raises what is scored lower; never lowers, and never takes the"
                            + " place of \"not applicable\", unless overwrite=true. Notes stay.")
    @APIResponse(
            responseCode = "200",
            description = "What became of each criterion",
            content = @Content(schema = @Schema(implementation = Accepted.class)))
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    @Refuses(status = 409, types = "cycle-state", when = "The cycle is not open")
    @Refuses(status = 422, types = "unknown-criterion", when = "An unknown criterion")
    public RestResponse<Accepted> acceptSuggestions(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(
                            description = "Lower claims too where the evidence supports less",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @QueryParam("overwrite")
                    @Nullable String overwrite,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey,
            @RequestBody(required = false) @Valid @Nullable AcceptSuggestions command) {
        boolean over = Params.flag("overwrite", overwrite);
        AcceptSuggestions wanted = command == null ? AcceptSuggestions.ALL : command;
        return idempotency.once(
                wanted, () -> RestResponse.ok(service.accept(cycle, unit, wanted, over)));
    }
}

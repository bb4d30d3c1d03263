package org.kongdee.notification.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.security.Roles;

@Path("/v1/policies")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Policies", description = "When reminders go out; the most specific policy wins.")
public class PolicyResource {

    private final PolicyService service;

    PolicyResource(PolicyService service) {
        this.service = service;
    }

    @PUT
    @Path("/{policy}")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Create or replace a policy",
            description =
                    "A policy for a unit weighs more than one for a cycle, and one for both more than either.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or there already with the same content",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @Refuses(
            status = 409,
            types = "policy-scope-taken",
            when = "Another policy is for this cycle and unit")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(
            status = 422,
            types = "invalid-policy",
            when = "Unknown time zone or holiday calendar, or a scope that does not fit")
    @Refuses(status = 428, when = "It is there and differs; send If-Match")
    public RestResponse<PolicyView> putPolicy(
            @PathParam("policy")
                    @Pattern(
                            regexp = PutPolicy.KEY,
                            message =
                                    "policy is 1 to 64 small letters, digits and hyphens, beginning with a letter or digit, such as slk")
                    String policy,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull(message = "a body is required") PutPolicy body) {
        return service.put(policy, body, IfMatch.parse(ifMatch)).respond();
    }

    @GET
    @Path("/{policy}")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR, Roles.SERVICE})
    @Operation(summary = "One policy")
    @APIResponse(
            responseCode = "200",
            description = "The policy",
            content = @Content(schema = @Schema(implementation = PolicyView.class)))
    @APIResponse(responseCode = "304", description = "It is as the caller saw it")
    @Refuses(status = 404, when = "There is no such policy")
    public RestResponse<PolicyView> getPolicy(
            @PathParam("policy") String policy, @Context Request request) {
        return service.get(policy).respond(request);
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR, Roles.SERVICE})
    @Operation(summary = "All policies")
    @APIResponse(responseCode = "200", description = "The policies, by code")
    public List<PolicyView> listPolicies() {
        return service.list();
    }

    @DELETE
    @Path("/{policy}")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(summary = "Remove a policy", description = "The default policy stays.")
    @APIResponse(responseCode = "204", description = "Removed")
    @Refuses(status = 404, when = "There is no such policy")
    @Refuses(status = 409, types = "default-policy", when = "It is the default policy")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deletePolicy(
            @PathParam("policy") String policy, @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(policy, IfMatch.parse(ifMatch));
    }
}

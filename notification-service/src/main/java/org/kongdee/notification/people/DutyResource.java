package org.kongdee.notification.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.deadline.DeadlineView.DueDate;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.security.Roles;

@Path("/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People", description = "What a person has to do.")
public class DutyResource {

    private final DutyService service;

    DutyResource(DutyService service) {
        this.service = service;
    }

    @GET
    @Path("/{recipient}/duties")
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.ASSESSOR})
    @Operation(
            summary = "What a person has to do",
            description =
                    "All that is open and theirs, by due date: of the sections in which they work, and what names them; without what they called"
                            + " not theirs. What has no date stands at the end. `me` is the recipient whose `subject` is the `sub` of the token."
                            + " Of others an officer sees those of the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = DutyPage.class)))
    @Refuses(status = 404, when = "There is no such recipient, or none with the caller's subject")
    @Refuses(status = 422, types = "invalid-period", when = "It asks for more than 400 days ahead")
    public RestResponse<Page<DueDate>> listDuties(
            @Parameter(description = "Key of the recipient, or `me`", example = "slk-legal-head")
                    @PathParam("recipient")
                    String recipient,
            @Parameter(
                            description = "The last due date; left out, 90 days from today",
                            example = "2022-03-31",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("to")
                    @Nullable String to,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.duties(recipient, Params.date("to", to).orElse(null), paging).respond(uri);
    }

    /** What a person has to do, by due date. */
    @Schema(name = "DutyPage")
    record DutyPage(List<DueDate> items, int page, int size, long total) {}
}

package org.kongdee.notification.silence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.kongdee.notification.planning.Silence;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Page;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.security.Roles;
import org.kongdee.web.text.Message;

@Path("/v1/recipients/{recipient}/silences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Silences", description = "What a recipient said is not theirs, or put off.")
public class SilenceResource {

    private final SilenceService service;

    SilenceResource(SilenceService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER})
    @Operation(
            summary = "What a recipient is not told of",
            description =
                    "By their own word: \"not mine\", or snoozed. An officer sees those of the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = SilencePage.class)))
    @Refuses(status = 404, when = "There is no such recipient")
    public RestResponse<Page<SilenceView>> listSilences(
            @PathParam("recipient") String recipient,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        return service.list(recipient, paging).respond(uri);
    }

    @DELETE
    @Path("/{deadline}/{due}")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Have a recipient told again",
            description =
                    "Takes back \"not mine\" and a snooze. Reminders go on with the next lead day; what was left out is not made up for.")
    @APIResponse(responseCode = "204", description = "They are told again")
    @Refuses(status = 404, when = "Nothing was silenced")
    public void endSilence(
            @PathParam("recipient") String recipient,
            @PathParam("deadline") @Parameter(example = "division-contest-2565:SLK:1.1.3:1")
                    String deadline,
            @PathParam("due")
                    @Parameter(
                            description =
                                    "The due date (ISO, Gregorian); 9999-12-31 where there is none",
                            example = "2022-03-15",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    String due) {
        service.end(
                new Silence.Key(
                        recipient,
                        deadline,
                        Params.date("due", due)
                                .orElseThrow(
                                        () ->
                                                Malformed.parameter(
                                                        "due",
                                                        Message.of(
                                                                "due is a date such as 2022-03-15.")))));
    }

    /** What a recipient is not told of, by due date. */
    @Schema(name = "SilencePage")
    record SilencePage(List<SilenceView> items, int page, int size, long total) {}
}

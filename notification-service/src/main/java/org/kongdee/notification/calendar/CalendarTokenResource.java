package org.kongdee.notification.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.link.LinkConfig;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Roles;

@Path("/v1/recipients/{recipient}/calendar-tokens")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendars", description = "Subscribe to one's deadlines.")
public class CalendarTokenResource {

    private final CalendarService service;
    private final LinkConfig links;

    CalendarTokenResource(CalendarService service, LinkConfig links) {
        this.service = service;
        this.links = links;
    }

    @POST
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.OFFICER})
    @Operation(
            summary = "Make an address to subscribe to",
            description =
                    "The address is shown once; whoever has it reads the calendar until it is revoked. A recipient has at most ten.")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = NewToken.class)))
    @Refuses(status = 404, when = "There is no such recipient")
    @Refuses(
            status = 409,
            types = "too-many-calendar-addresses",
            when = "The recipient has ten already")
    public RestResponse<NewToken> issueCalendarToken(@PathParam("recipient") String recipient) {
        CalendarService.Issued issued = service.issue(recipient);
        URI url = URI.create(links.baseUrl() + "/v1/calendars/" + issued.secret() + ".ics");
        return ResponseBuilder.create(
                        Status.CREATED,
                        new NewToken(issued.token().id(), url, issued.token().createdAt()))
                .header(
                        HttpHeaders.LOCATION,
                        "/v1/recipients/%s/calendar-tokens/%s"
                                .formatted(recipient, issued.token().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.OFFICER})
    @Operation(summary = "The addresses made for a recipient, without their secret part")
    @APIResponse(responseCode = "200", description = "The tokens")
    @Refuses(status = 404, when = "There is no such recipient")
    public List<TokenView> listCalendarTokens(@PathParam("recipient") String recipient) {
        return service.list(recipient);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.OFFICER})
    @Operation(summary = "Revoke one address")
    @APIResponse(responseCode = "204", description = "Revoked")
    @Refuses(status = 404, when = "There is no such recipient or address")
    public void revokeCalendarToken(
            @PathParam("recipient") String recipient, @PathParam("id") String id) {
        try {
            service.revoke(recipient, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw NotFound.of("calendar token", id);
        }
    }

    @DELETE
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION, Roles.OFFICER})
    @Operation(summary = "Revoke all addresses of a recipient")
    @APIResponse(responseCode = "204", description = "Revoked")
    @Refuses(status = 404, when = "There is no such recipient")
    public void revokeCalendarTokens(@PathParam("recipient") String recipient) {
        service.revokeAll(recipient);
    }

    /**
     * An address, shown this once.
     *
     * @param id by which it can be revoked
     * @param url to subscribe to; whoever has it reads the calendar
     */
    @Schema(
            name = "NewCalendarToken",
            examples =
                    """
                    {"id": "7d0c3ba8-3a63-4a0c-8d4e-7d8b5c9b8a10", "createdAt": "2022-01-05T02:00:00Z",
                     "url": "https://kongdee.example/v1/calendars/q8x3Zt0N5m4vJw2bY7cR1sK9dF6gH0jL3pQ5uT8xA2E.ics"}""")
    record NewToken(UUID id, URI url, Instant createdAt) {}

    /**
     * An address without its secret part.
     *
     * @param id by which it can be revoked
     */
    @Schema(
            name = "CalendarToken",
            examples =
                    """
                    {"id": "7d0c3ba8-3a63-4a0c-8d4e-7d8b5c9b8a10", "createdAt": "2022-01-05T02:00:00Z", "createdBy": "7c1f0e52",
                     "createdByName": "สมหญิง ใจดี"}""")
    record TokenView(
            UUID id, Instant createdAt, String createdBy, @Nullable String createdByName) {}
}

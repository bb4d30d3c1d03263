package org.kongdee.notification.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.params.TakesAnyQuery;

@Path("/v1/calendars")
@Tag(name = "Calendars")
public class CalendarResource {

    private static final String CALENDAR = "text/calendar";

    private final CalendarService service;

    CalendarResource(CalendarService service) {
        this.service = service;
    }

    @GET
    @Path("/{token}.ics")
    @PermitAll
    @TakesAnyQuery
    @Produces(CALENDAR)
    @Operation(
            summary = "The deadlines of a recipient, as iCalendar",
            description =
                    "In the recipient's language, a year back and two years ahead. The address is the secret; query parameters that calendar"
                            + " programs add are passed over. Programs are asked to look again every hour.")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content =
                    @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "Unchanged")
    @Refuses(status = 404, when = "There is no such calendar, or it was revoked")
    public RestResponse<byte[]> getCalendar(
            @Parameter(
                            description =
                                    "The secret part of the address, as it was shown when it was made",
                            example = "q8x3Zt0N5m4vJw2bY7cR1sK9dF6gH0jL3pQ5uT8xA2E")
                    @PathParam("token")
                    String token,
            @Context Request request) {
        byte[] calendar = service.feed(token);
        String version = sha256(calendar);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(new EntityTag(version));
        ResponseBuilder<byte[]> response =
                unchanged == null
                        ? ResponseBuilder.ok(calendar, CALENDAR + ";charset=UTF-8")
                        : ResponseBuilder.create(unchanged.build().getStatus());
        // Weak, since it holds for the gzipped calendar too.
        return response.header(HttpHeaders.ETAG, ETags.weak(version))
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=300")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.kongdee.notification.policy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.holiday.HolidayFilter;
import org.kongdee.notification.holiday.IcsText;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.etag.Versioned;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.params.Params;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.security.Roles;

@Path("/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Holidays", description = "Days that are not worked; none are on by default.")
public class HolidayResource {

    private static final String CALENDAR = "text/calendar";

    private final HolidayService service;

    HolidayResource(HolidayService service) {
        this.service = service;
    }

    @PUT
    @Path("/{calendar}")
    @TakesBody(most = 2 * TakesBody.MEBI)
    @Consumes(CALENDAR)
    @RolesAllowed(Roles.ORGANISER)
    @Operation(
            summary = "Create or replace a holiday calendar",
            description =
                    "An .ics file (RFC 5545) of events that last whole days. Repeated ones count too, up to the year 2100. Events that are no"
                            + " days off are left out and stand in `refused`; with `strict` they refuse the file. The words are kept with the"
                            + " calendar; the next PUT says its own.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = CALENDAR,
                            schema = @Schema(implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "songkran",
                                            value =
                                                    """
                                                    BEGIN:VCALENDAR
                                                    VERSION:2.0
                                                    PRODID:-//example//EN
                                                    BEGIN:VEVENT
                                                    UID:songkran-2022@example.org
                                                    DTSTAMP:20211201T000000Z
                                                    DTSTART;VALUE=DATE:20220413
                                                    DTEND;VALUE=DATE:20220416
                                                    SUMMARY:วันสงกรานต์ (Songkran)
                                                    DESCRIPTION:วันหยุดนักขัตฤกษ์
                                                    END:VEVENT
                                                    END:VCALENDAR
                                                    """)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced, or there already with the same content",
            content = @Content(schema = @Schema(implementation = HolidayView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = HolidayView.class)))
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(
            status = 422,
            types = "invalid-holidays",
            when =
                    "No event is a day off, with strict=true not every one is, there is none, or the file is no list of days off")
    @Refuses(status = 428, when = "It is there and differs; send If-Match")
    public RestResponse<HolidayView> putHolidays(
            @PathParam("calendar")
                    @Pattern(
                            regexp = PutPolicy.KEY,
                            message =
                                    "calendar is 1 to 64 small letters, digits and hyphens, beginning with a letter or digit, such as thai-public")
                    String calendar,
            @Parameter(
                            description =
                                    "A word, such as วันหยุดนักขัตฤกษ์: events are taken that have it in their name, categories or description. Repeated for several, of"
                                            + " which one is enough; a comma is part of the word. Without it all are")
                    @QueryParam("include")
                    List<String> include,
            @Parameter(
                            description =
                                    "A word, such as Observance: events are left out that have it in their name, categories or description. Repeated for several")
                    @QueryParam("exclude")
                    List<String> exclude,
            @Parameter(
                            description = "Refuse the file if one of its events is no day off",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @QueryParam("strict")
                    @Nullable String strict,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpHeaders headers,
            @NotNull(message = "a body is required") byte[] ics) {
        return service.put(
                        calendar,
                        text(ics, headers.getMediaType()),
                        HolidayFilter.of(include, exclude),
                        Params.flag("strict", strict),
                        IfMatch.parse(ifMatch))
                .respond();
    }

    private static String text(byte[] ics, @Nullable MediaType type) {
        try {
            return IcsText.decode(
                    ics,
                    type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER));
        } catch (CharacterCodingException e) {
            throw Malformed.notUtf8();
        }
    }

    @GET
    @Path("/{calendar}")
    @Produces({MediaType.APPLICATION_JSON, CALENDAR})
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR, Roles.SERVICE})
    @Operation(summary = "The days of a holiday calendar, or its file")
    @APIResponse(
            responseCode = "200",
            description = "The days; with Accept: text/calendar the file as it was put",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = HolidayView.class)),
                @Content(mediaType = CALENDAR, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "304",
            description = "The days are as the caller saw them; a file is always answered whole")
    @Refuses(status = 404, when = "There is no such calendar")
    public Response getHolidays(
            @PathParam("calendar") String calendar,
            @HeaderParam("Accept") @Nullable String accept,
            @Context Request request) {
        if (accept != null && accept.startsWith(CALENDAR)) {
            // The tag names the version for If-Match; it is the same as that of the days, which are
            // other bytes.
            Versioned<String> file = service.file(calendar);
            return Response.ok(file.view(), CALENDAR + ";charset=UTF-8")
                    .header(HttpHeaders.ETAG, file.etag())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .build();
        }
        return Response.fromResponse(service.get(calendar).respond(request).toResponse())
                .type(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER, Roles.VIEWER, Roles.ASSESSOR, Roles.SERVICE})
    @Operation(summary = "Codes of all holiday calendars")
    @APIResponse(
            responseCode = "200",
            description = "The codes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(type = SchemaType.ARRAY, implementation = String.class),
                            examples =
                                    @ExampleObject(
                                            name = "thai-public",
                                            value = "[\"thai-public\"]")))
    public List<String> listHolidayCalendars() {
        return service.list();
    }

    @DELETE
    @Path("/{calendar}")
    @RolesAllowed(Roles.ORGANISER)
    @Operation(summary = "Remove a holiday calendar")
    @APIResponse(responseCode = "204", description = "Removed")
    @Refuses(status = 404, when = "There is no such calendar")
    @Refuses(status = 409, types = "holidays-in-use", when = "A policy uses it")
    @Refuses(status = 412, when = "It has changed since you saw it")
    @Refuses(status = 428, when = "If-Match is missing")
    public void deleteHolidays(
            @PathParam("calendar") String calendar,
            @HeaderParam("If-Match") @Nullable String ifMatch) {
        service.delete(calendar, IfMatch.parse(ifMatch));
    }
}

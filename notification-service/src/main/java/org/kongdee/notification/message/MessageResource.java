package org.kongdee.notification.message;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.problem.NotFound;
import org.kongdee.web.security.Roles;

@Path("/v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages", description = "Mails as they were sent.")
public class MessageResource {

    private static final MediaType EML = MediaType.valueOf("message/rfc822");
    private static final List<Variant> VARIANTS =
            Variant.mediaTypes(
                            MediaType.APPLICATION_JSON_TYPE,
                            MediaType.TEXT_HTML_TYPE,
                            MediaType.TEXT_PLAIN_TYPE,
                            EML)
                    .build();

    private final MessageService service;

    MessageResource(MessageService service) {
        this.service = service;
    }

    @GET
    @Path("/{id}")
    @Produces({
        MediaType.APPLICATION_JSON,
        MediaType.TEXT_HTML,
        MediaType.TEXT_PLAIN,
        "message/rfc822"
    })
    @RolesAllowed({Roles.ORGANISER, Roles.OFFICER})
    @Operation(
            summary = "A mail: its attempts, its HTML, its text or its .eml",
            description =
                    "By Accept: application/json, text/html, text/plain or message/rfc822. The signed links in it are hidden,"
                            + " because whoever has one acts as the recipient. An officer sees mails to the own unit.")
    @APIResponse(
            responseCode = "200",
            description = "The mail",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MessageView.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = "message/rfc822",
                        schema = @Schema(implementation = String.class))
            },
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "Of the .eml: save it as a file",
                            schema = @Schema(implementation = String.class)))
    @Refuses(
            status = 404,
            when =
                    "There is no such mail, it has no HTML, or it was never sent and has nothing to say any more")
    public Response getMessage(@PathParam("id") String id, @Context Request request) {
        UUID message = uuid(id);
        Variant variant = request.selectVariant(VARIANTS);
        MediaType type = variant == null ? MediaType.APPLICATION_JSON_TYPE : variant.getMediaType();
        Object body =
                switch (type.getSubtype()) {
                    case "html" -> service.html(message);
                    case "plain" -> service.text(message);
                    case "rfc822" -> service.eml(message);
                    default -> service.view(message);
                };
        Response.ResponseBuilder response =
                Response.ok(body)
                        .type(type.getType().equals("text") ? type.withCharset("UTF-8") : type)
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                        .header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'");
        if (type.equals(EML)) {
            response.header(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"" + message + ".eml\"");
        }
        return response.build();
    }

    @POST
    @Path("/{id}/bounce")
    @RolesAllowed({Roles.ORGANISER, Roles.AUTOMATION})
    @Operation(
            summary = "Report that a mail came back",
            description =
                    "For mail systems that read delivery status notifications: the id is the left-hand side of the mail's"
                            + " Message-ID. The mail and its reminders are FAILED from then on, and the recipient shows the reply.")
    @APIResponse(
            responseCode = "200",
            description = "The mail",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @Refuses(status = 404, when = "There is no such mail")
    @Refuses(status = 409, types = "not-sent", when = "The mail has not been sent")
    public MessageView reportBounce(
            @PathParam("id") String id,
            @Valid @NotNull(message = "a body is required") ReportBounce body) {
        return service.bounced(uuid(id), body.reply());
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw NotFound.of("message", id);
        }
    }
}

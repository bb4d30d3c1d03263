package org.kongdee.notification.link;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.kongdee.notification.planning.Rules;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.params.Params;
import org.kongdee.web.params.TakesAnyQuery;
import org.kongdee.web.problem.Malformed;
import org.kongdee.web.text.Message;

/**
 * The links in mails. Scanners open every link they find, so GET only shows a page; people press
 * its button, which posts.
 */
@Path("/links")
@PermitAll
@TakesAnyQuery
@Produces(MediaType.TEXT_HTML)
@Tag(name = "Links", description = "Signed links in mails; they need no token.")
public class LinkResource {

    private static final String TOKEN =
            "The signed part of the link; what it allows, to whom and until when is in it";
    private static final String EXAMPLE =
            "AQAADnNsay1sZWdhbC1oZWFkACFkaXZpc2lvbi1jb250ZXN0LTI1NjU6U0xL";

    private final LinkService service;
    private final Template page;

    LinkResource(LinkService service, @Location("link.html") Template page) {
        this.service = service;
        this.page = page;
    }

    @GET
    @Path("/{token}")
    @Operation(
            summary = "The page of a link: asks, and changes nothing",
            description = "In the recipient's language.")
    @APIResponse(
            responseCode = "200",
            description = "A question with a button, or that there is nothing to do",
            content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "404",
            description = "A page: this is no link of ours",
            content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "410",
            description = "A page: the link is void or has expired, or the deadline has changed",
            content = @Content(schema = @Schema(implementation = String.class)))
    public RestResponse<String> showLink(
            @Parameter(description = TOKEN, example = EXAMPLE) @PathParam("token") String token) {
        return respond(service.ask(token));
    }

    @POST
    @Path("/{token}")
    @TakesBody(most = TakesBody.MEBI / 16)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @Operation(
            summary = "Do what the link is for, once",
            description =
                    "\"Done\" settles the reader's part: the rows of their sections where each owes its own, and the whole where it is owed"
                            + " jointly. A link to pause is the mail's List-Unsubscribe, and is posted to by mail programs"
                            + " (RFC 8058): its reader gets no mail for a week, and the organiser is told. Posting again"
                            + " changes nothing more. The form comes in either encoding.")
    @APIResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "404",
            description = "A page: this is no link of ours",
            content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "409",
            description = "A page: no working day is left to be reminded on before the due date",
            content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "422",
            description =
                    "A page: the answer is too long, a figure is no number, or so many days end after the due date",
            content = @Content(schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "410",
            description = "A page: the link is void or has expired, or the deadline has changed",
            content = @Content(schema = @Schema(implementation = String.class)))
    public RestResponse<String> useLink(
            @Parameter(description = TOKEN, example = EXAMPLE) @PathParam("token") String token,
            @Schema(
                            description =
                                    "For a link that snoozes: how many days, 1 to 7; else not read",
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "7",
                            defaultValue = "1",
                            examples = "1")
                    @FormParam("days")
                    @Nullable String days,
            @Schema(
                            description =
                                    "For a link that says done: the answer, up to 2,000 characters; else not read",
                            examples = "Sent by e-mail")
                    @FormParam("answer")
                    @Nullable String answer,
            @Schema(description = "For a report: the codes of the figures that it states")
                    @FormParam("code")
                    List<String> code,
            @Schema(
                            description =
                                    "The figures, in the order of their codes; empty ones are left out")
                    @FormParam("figure")
                    List<String> figure,
            @Context HttpHeaders headers) {
        requireParts(headers.getMediaType());
        int chosen = Params.number("days", days, 1, 1, Rules.MOST_SNOOZED);
        return respond(service.act(token, LinkForm.of(chosen, answer, code, figure)));
    }

    /** A form in parts that do not say where they end is read as an empty one. */
    private static void requireParts(@Nullable MediaType sent) {
        if (sent != null
                && MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(sent)
                && !sent.getParameters().containsKey("boundary")) {
            throw Malformed.parameter(
                    HttpHeaders.CONTENT_TYPE,
                    Message.of("A multipart/form-data body needs a boundary in its Content-Type."));
        }
    }

    private RestResponse<String> respond(LinkPage shown) {
        return ResponseBuilder.<String>create(shown.status())
                .entity(page.data("page", shown).render())
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'")
                .build();
    }
}

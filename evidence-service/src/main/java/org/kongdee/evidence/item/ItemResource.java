package org.kongdee.evidence.item;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.kongdee.evidence.content.ContentService;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.etag.IfMatch;
import org.kongdee.web.idempotency.Idempotency;

/** One item over HTTP. */
@Path("/v1/evidence/{id}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Items with their files and links")
public class ItemResource {

    private final ItemService service;
    private final ItemSearch search;
    private final ReviewService reviews;
    private final ContentService contents;
    private final Idempotency idempotency;

    ItemResource(
            ItemService service,
            ItemSearch search,
            ReviewService reviews,
            ContentService contents,
            Idempotency idempotency) {
        this.service = service;
        this.search = search;
        this.reviews = reviews;
        this.contents = contents;
        this.idempotency = idempotency;
    }

    @GET
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER})
    @Operation(summary = "Get an item")
    @APIResponse(
            responseCode = "200",
            description = "The item; of a purged one the tombstone",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    public RestResponse<ItemView> getEvidence(
            @PathParam("id") String id, @Context Request request) {
        ItemView item = search.visible(ItemIds.parse(id));
        return ETags.ok(request, item.etag(), () -> item);
    }

    @GET
    @Path("/history")
    @RolesAllowed({ORGANISER, ASSESSOR, OFFICER, VIEWER})
    @Operation(
            summary = "Get the history of an item",
            description = "Every step, the oldest first.")
    @APIResponse(
            responseCode = "200",
            description = "The steps",
            content = @Content(schema = @Schema(implementation = HistoryView.class)))
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    public HistoryView getEvidenceHistory(@PathParam("id") String id) {
        return new HistoryView(search.history(ItemIds.parse(id)));
    }

    @PATCH
    @RolesAllowed(OFFICER)
    @Operation(
            summary = "Correct title and description",
            description =
                    "While it waits for review. Anything else that changes makes a new version: POST …/versions.")
    @APIResponse(
            responseCode = "200",
            description = "Corrected",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    @Refuses(
            status = 409,
            types = {"wrong-item-state", "collection-closed"},
            when = "It was reviewed, withdrawn, superseded or purged, or the collection is closed")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 428, when = "If-Match is missing")
    public RestResponse<ItemView> correctEvidence(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema =
                                                    @Schema(implementation = CorrectEvidence.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "title",
                                                            value =
                                                                    "{\"title\":\"ประกาศนโยบายงดรับของขวัญ\"}")))
                    @NotNull
                    @Valid
                    CorrectEvidence command) {
        return answer(service.correct(ItemIds.parse(id), command, IfMatch.parse(ifMatch)));
    }

    @DELETE
    @RolesAllowed(OFFICER)
    @Operation(
            summary = "Withdraw an item",
            description =
                    "It no longer counts. It stays, with its history, until an organiser purges it.")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    @Refuses(status = 403, when = "The caller may see the item, but is no officer of its unit")
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    @Refuses(
            status = 409,
            types = {"wrong-item-state", "collection-closed"},
            when = "It was withdrawn, superseded or purged already, or the collection is closed")
    @Refuses(status = 412, when = "If-Match names another version")
    @Refuses(status = 428, when = "If-Match is missing")
    public void withdrawEvidence(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        service.withdraw(ItemIds.parse(id), IfMatch.parse(ifMatch));
    }

    @POST
    @Path("/review")
    @RolesAllowed({OFFICER, ASSESSOR, ORGANISER})
    @Operation(
            summary = "Accept or reject an item, or take that back",
            description =
                    "PEER collections: an officer of the unit, or an assessor of another unit. INDEPENDENT: assessors of other units only. In both, nobody who filed the item, another version of it, or one of its files for the first time in the unit."
                            + " REOPEN takes a decision back, by whoever may review the item or an organiser: it is PENDING again, and the version that had made way for it counts again.")
    @APIResponse(
            responseCode = "200",
            description = "Reviewed",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 404, when = "No such item, or one of another unit than the officer's own")
    @Refuses(
            status = 403,
            when =
                    "The caller filed it, another version of it, or one of its files for the first time in the unit; is an assessor of its unit or of none; a colleague where only assessors of other units review; or an organiser who decides")
    @Refuses(
            status = 409,
            types = {"wrong-item-state", "file-not-clean", "version-pending"},
            when =
                    "It is not pending, or a file is not clean; to reopen, it was neither accepted nor rejected, or a newer version waits")
    @Refuses(
            status = 422,
            types = "review-note-missing",
            when = "A rejection, or a decision that is taken back, without a note")
    public RestResponse<ItemView> reviewEvidence(
            @PathParam("id") String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = ReviewEvidence.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "accept",
                                                            value = "{\"decision\":\"ACCEPT\"}")))
                    @NotNull
                    @Valid
                    ReviewEvidence command,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        UUID item = ItemIds.parse(id);
        return idempotency.once(command, () -> answer(reviews.review(item, command)));
    }

    @POST
    @Path("/purge")
    @RolesAllowed(ORGANISER)
    @Operation(
            summary = "Remove an item's files and texts for good",
            description =
                    "What stays is the tombstone: where it was, who removed it, when and why. Bytes that other items have too stay for these.")
    @APIResponse(
            responseCode = "200",
            description = "The tombstone",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    @Refuses(status = 404, when = "No such item")
    @Refuses(status = 409, types = "wrong-item-state", when = "It was purged already")
    public RestResponse<ItemView> purgeEvidence(
            @PathParam("id") String id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            schema = @Schema(implementation = PurgeEvidence.class),
                                            examples =
                                                    @ExampleObject(
                                                            name = "personal data",
                                                            value =
                                                                    "{\"reason\":\"It showed a citizen's identity card.\"}")))
                    @NotNull
                    @Valid
                    PurgeEvidence command,
            @Parameter(description = Idempotency.DESCRIPTION) @HeaderParam(Idempotency.HEADER)
                    @Nullable String idempotencyKey) {
        UUID item = ItemIds.parse(id);
        ItemView before = search.visible(item);
        RestResponse<ItemView> answer =
                idempotency.once(command, () -> answer(reviews.purge(item, command)));
        // After the commit: a crash here leaves bytes that nobody names, and the sweep removes
        // them.
        contents.removeUnneeded(before.bytes());
        return answer;
    }

    private static RestResponse<ItemView> answer(ItemView item) {
        return ResponseBuilder.ok(item).header(HttpHeaders.ETAG, item.etag()).build();
    }

    /**
     * The steps in the life of an item.
     *
     * @param items the oldest first
     */
    @Schema(name = "EvidenceHistory")
    public record HistoryView(List<HistoryEntry> items) {}
}

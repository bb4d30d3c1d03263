package org.kongdee.rubric.notice;

import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.milestone.ChangeCursor;
import org.kongdee.rubric.notice.NoticeRepository.Changes;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;

/** Notices over HTTP. */
@Path("/v1/cycles/{cycle}/notices")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notices", description = "What people are told of at once")
public class NoticeResource {

    private final NoticeService service;

    NoticeResource(NoticeService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "Follow the notices of a cycle",
            description =
                    "Evidence that was rejected, and rejections that are over, in the order of the changes: what changed after a cursor, and the"
                            + " cursor to go on from; without one, all. An empty list means that nothing more has changed.")
    @APIResponseSchema(
            value = NoticeChanges.class,
            responseDescription = "What changed, and where to go on")
    @Refuses(status = 404, when = "No such cycle")
    public NoticeChanges listNotices(
            @PathParam("cycle") String cycle,
            @Parameter(description = "A cursor of an earlier answer, or start")
                    @QueryParam("changedSince")
                    @Nullable String changedSince,
            @Parameter(
                            description = "Notices at most, 1 to 200",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "200",
                                            defaultValue = "50"))
                    @QueryParam("size")
                    @Nullable String size) {
        Changes changes =
                service.changes(
                        cycle,
                        ChangeCursor.parse("changedSince", changedSince),
                        Params.number("size", size, Paging.DEFAULT_SIZE, 1, Paging.MAX_SIZE));
        return new NoticeChanges(changes.notices(), changes.cursor().text());
    }

    /**
     * Changes, and the cursor to go on from.
     *
     * @param items in the order in which they changed; empty if nothing more has
     * @param cursor for changedSince of the next call
     */
    public record NoticeChanges(List<NoticeView> items, String cursor) {}
}

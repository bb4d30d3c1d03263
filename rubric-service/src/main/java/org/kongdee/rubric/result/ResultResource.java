package org.kongdee.rubric.result;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTHOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.Stage;
import org.kongdee.rubric.result.ResultService.Body;
import org.kongdee.rubric.result.ResultService.Dated;
import org.kongdee.rubric.result.ResultView.Place;
import org.kongdee.rubric.rubric.UnitGroups;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.etag.ETags;
import org.kongdee.web.paging.Ndjson;
import org.kongdee.web.paging.Paging;
import org.kongdee.web.params.Params;

/** Results and rankings over HTTP. */
@Path("/v1/cycles/{cycle}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results", description = "What units have reached")
public class ResultResource {

    private final ResultService service;
    private final Ndjson ndjson;

    ResultResource(ResultService service, Ndjson ndjson) {
        this.service = service;
        this.ndjson = ndjson;
    }

    @GET
    @Path("/assessments/{unit}/result")
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get a result",
            description =
                    "Points, maximum, percent and rating per node. COMMITTEE never falls back to SELF. With asOf: the scores as recorded by the end of that day in the cycle's zone.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(schema = @Schema(implementation = ResultView.class)))
    @APIResponse(responseCode = "304", description = "As If-None-Match says")
    @Refuses(status = 404, when = "Not enrolled, or another unit than the officer's own")
    public RestResponse<?> getResult(
            @PathParam("cycle") String cycle,
            @PathParam("unit") String unit,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @Parameter(
                            description = "A day, such as 2021-12-20",
                            schema = @Schema(type = SchemaType.STRING, format = "date"))
                    @QueryParam("asOf")
                    @Nullable String asOf,
            @Context Request request) {
        var place = new Place(cycle, unit, Params.oneOf("stage", stage, Stage.SELF));
        Optional<LocalDate> day = Params.date("asOf", asOf);
        if (day.isPresent()) {
            Dated dated = service.asOf(place, day.get());
            return ETags.ok(request, ETags.of(dated.revision()), dated::view);
        }
        Body body = service.current(place);
        return ETags.ok(request, ETags.of(body.revision()), body::json);
    }

    @GET
    @RunOnVirtualThread
    @Path("/ranking")
    @Produces({MediaType.APPLICATION_JSON, Ndjson.MEDIA_TYPE})
    @RolesAllowed({ORGANISER, AUTHOR, ASSESSOR, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Get the league table",
            description =
                    "By exact percent, competition style (1, 2, 2, 4), with the points and the maximum of each dimension. A unit to which nothing applies has no"
                            + " rank and stands last. Officers don't see it.")
    @APIResponse(
            responseCode = "200",
            description = "A page, or the whole table as NDJSON",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = RankingPage.class)),
                @Content(
                        mediaType = Ndjson.MEDIA_TYPE,
                        schema = @Schema(implementation = RankingEntry.class))
            })
    @Refuses(status = 404, when = "No such cycle")
    @Refuses(status = 422, types = UnitGroups.UNKNOWN, when = "The rubric has no such group")
    public Response getRanking(
            @PathParam("cycle") String cycle,
            @Parameter(
                            description = "SELF unless given",
                            schema = @Schema(implementation = Stage.class))
                    @QueryParam("stage")
                    @Nullable String stage,
            @Parameter(
                            description =
                                    "Only units of this group of the rubric's, ranked among each other",
                            example = "SMALL")
                    @QueryParam("group")
                    @Nullable String group,
            @BeanParam Paging paging,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Stage wanted = Params.oneOf("stage", stage, Stage.SELF);
        return Ndjson.isAsked(headers)
                ? ndjson.stream(
                        sink -> service.streamRanking(cycle, wanted, group, Ndjson.unchecked(sink)))
                : service.ranking(cycle, wanted, group, paging).respond(uri).toResponse();
    }

    /**
     * A page of the league table.
     *
     * <p>For the contract only.
     */
    @Schema(name = "RankingPage")
    private record RankingPage(List<RankingEntry> items, int page, int size, long total) {}
}

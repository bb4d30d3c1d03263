package org.kongdee.rubric.change;

import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.kongdee.rubric.assessment.UnitCursor;
import org.kongdee.rubric.change.ChangeRepository.Change;
import org.kongdee.rubric.change.ChangesView.Subject;
import org.kongdee.rubric.change.ChangesView.TouchedUnit;
import org.kongdee.web.params.Params;

/** The change feed over HTTP. */
@Path("/v1/changes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Changes", description = "When to look again, and where")
public class ChangeResource {

    private static final int MOST = 1000;

    private final ChangeRepository repository;

    ChangeResource(ChangeRepository repository) {
        this.repository = repository;
    }

    @GET
    @RolesAllowed({SERVICE, ORGANISER})
    @Operation(
            summary = "Follow the changes of all open cycles",
            description =
                    "Which units were touched after a cursor, and in what, the oldest first; without one, all that ever were. The cursor"
                            + " never passes a change that commits late. What is there now say, of each cycle, its milestones, its standings"
                            + " and its notices.")
    @APIResponseSchema(
            value = ChangesView.class,
            responseDescription = "What was touched, and where to go on")
    public ChangesView getChanges(
            @QueryParam("after")
                    @Nullable
                    @Parameter(description = "The 'next' of an earlier answer")
                    String after,
            @QueryParam("limit")
                    @Nullable
                    @Parameter(
                            description = "Changes at most, 1 to 1000",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "500"))
                    String limit) {
        UnitCursor cursor = UnitCursor.parse("after", after);
        int most = Params.number("limit", limit, 500, 1, MOST);
        List<Change> changes = repository.after(cursor, most + 1);
        boolean more = changes.size() > most;
        List<Change> shown = more ? changes.subList(0, most) : changes;
        UnitCursor next = shown.isEmpty() ? cursor : next(shown.getLast(), more);
        return new ChangesView(byUnit(shown), next.text(), more);
    }

    private static UnitCursor next(Change last, boolean more) {
        return more ? last.cursor() : last.end();
    }

    /** Each unit once, with all that was touched of it. */
    private static List<TouchedUnit> byUnit(List<Change> changes) {
        record Place(String cycle, String unit) {}
        Map<Place, Set<Subject>> touched = new LinkedHashMap<>();
        for (Change change : changes) {
            var place = new Place(change.cursor().cycle(), change.cursor().unit());
            touched.computeIfAbsent(place, _ -> EnumSet.noneOf(Subject.class))
                    .addAll(change.subjects());
        }
        return touched.entrySet().stream()
                .map(
                        each ->
                                new TouchedUnit(
                                        each.getKey().cycle(),
                                        each.getKey().unit(),
                                        List.copyOf(each.getValue())))
                .toList();
    }
}

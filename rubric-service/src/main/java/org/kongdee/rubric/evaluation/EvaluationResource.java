package org.kongdee.rubric.evaluation;

import static org.kongdee.web.security.Roles.ASSESSOR;
import static org.kongdee.web.security.Roles.AUTHOR;
import static org.kongdee.web.security.Roles.AUTOMATION;
import static org.kongdee.web.security.Roles.OFFICER;
import static org.kongdee.web.security.Roles.ORGANISER;
import static org.kongdee.web.security.Roles.SERVICE;
import static org.kongdee.web.security.Roles.VIEWER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.rubric.rubric.Rubrics;
import org.kongdee.rubric.rubric.UnitGroups;
import org.kongdee.rubric.scoring.Evaluation;
import org.kongdee.rubric.scoring.Scorer;
import org.kongdee.web.contract.Refuses;
import org.kongdee.web.operation.TakesBody;
import org.kongdee.web.problem.FieldError;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/** Evaluation over HTTP. It stores nothing. */
@Path("/v1/rubrics/{rubric}/versions/{version}/evaluate")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rubrics")
public class EvaluationResource {

    private final Rubrics rubrics;

    EvaluationResource(Rubrics rubrics) {
        this.rubrics = rubrics;
    }

    @POST
    @TakesBody(most = TakesBody.MANY)
    @RolesAllowed({AUTHOR, ORGANISER, ASSESSOR, OFFICER, VIEWER, AUTOMATION, SERVICE})
    @Operation(
            summary = "Score claims or evidence without storing anything",
            description =
                    "A criterion in claims is scored by its claim, any other by what its evidence supports. Items outside the dates are ignored,"
                            + " with a reason. A body has at most 4 MiB.")
    @APIResponse(
            responseCode = "200",
            description = "A result, with criteria as in readiness",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @Refuses(status = 404, when = "No such version")
    @Refuses(
            status = 422,
            types = {"invalid-evaluation", "out-of-order", UnitGroups.UNKNOWN},
            when =
                    "An unknown criterion, kind, section, channel or group, a claim that does not fit, or days in the wrong order")
    public EvaluationView evaluate(
            @PathParam("rubric") String rubric,
            @PathParam("version") String version,
            @NotNull @Valid EvaluateRequest command) {
        Evaluation.Request request = command.request();
        UnitGroups.check(rubrics.scorer(rubric, version).rubric(), command.group());
        Scorer scorer = rubrics.scorer(rubric, version, command.group());
        return switch (Evaluation.evaluate(scorer, request)) {
            case Evaluation.Evaluated evaluated -> EvaluationView.of(request, evaluated);
            case Evaluation.Refused refused ->
                    throw new RuleBroken(
                            "invalid-evaluation",
                            told(refused),
                            refused.faults().stream()
                                    .map(fault -> FieldError.at(fault.path(), fault.message()))
                                    .toList());
        };
    }

    private static Message told(Evaluation.Refused refused) {
        int told = refused.faults().size();
        if (refused.more() > 0) {
            return Message.of(
                    "The request does not fit the rubric in %d places; the first %d are told.",
                    told + refused.more(), told);
        }
        return told == 1
                ? Message.of("The request does not fit the rubric in 1 place.")
                : Message.of("The request does not fit the rubric in %d places.", told);
    }
}

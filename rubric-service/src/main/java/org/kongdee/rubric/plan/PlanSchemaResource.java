package org.kongdee.rubric.plan;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kongdee.rubric.document.PlanDocument;

/** The JSON Schema of plans, open to everybody so that editors can use it. */
@Path("/v1/plan-schema")
@Tag(name = "Plans")
public class PlanSchemaResource {

    @GET
    @Produces("application/schema+json")
    @PermitAll
    @Operation(
            summary = "Get the JSON Schema of plans",
            description = "Draft 2020-12; name it in an editor to be helped while writing.")
    @APIResponse(
            responseCode = "200",
            description = "The schema",
            content =
                    @Content(
                            mediaType = "application/schema+json",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            additionalProperties = Schema.True.class)))
    public String getPlanSchema() {
        return PlanDocument.schema();
    }
}

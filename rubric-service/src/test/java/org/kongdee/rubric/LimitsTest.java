package org.kongdee.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.kongdee.rubric.document.PlanDocument;
import org.kongdee.rubric.document.RubricDocument;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What one service takes, the next one takes too: each declared limit beside its neighbour's. */
class LimitsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode RUBRIC_SERVICE = schemas("rubric-service");
    private static final JsonNode EVIDENCE = schemas("evidence-service");
    private static final JsonNode NOTIFICATION = schemas("notification-service");

    /** A document has at most so many nodes, as its page says, and all of them may be criteria. */
    private static final int MOST_CRITERIA = 2_000;

    @Test
    void evidenceServiceTakesTheSlotsOfEveryRubric() throws IOException {
        JsonNode document = JSON.readTree(RubricDocument.schema());
        JsonNode defs = document.path("$defs");
        JsonNode criterion = defs.path("criterion").path("properties");
        JsonNode slot = EVIDENCE.at("/PutSlot/properties");

        assertThat(EVIDENCE.at("/PutCollection/properties/slots/maxItems").asInt())
                .isGreaterThanOrEqualTo(MOST_CRITERIA);
        assertThat(slot.at("/kinds/maxItems").asInt())
                .isGreaterThanOrEqualTo(criterion.at("/kinds/maxItems").asInt(Integer.MAX_VALUE));
        assertThat(slot.at("/channels/maxItems").asInt())
                .isGreaterThanOrEqualTo(document.at("/properties/channels/maxItems").asInt());
        assertThat(slot.at("/code/pattern")).isEqualTo(defs.at("/code/pattern"));
        assertThat(slot.at("/channels/items/pattern")).isEqualTo(defs.at("/name/pattern"));
        assertThat(EVIDENCE.at("/Kind/properties/code/pattern"))
                .isEqualTo(defs.at("/name/pattern"));
        assertThat(EVIDENCE.at("/LocalizedText/properties/en").has("maxLength")).isFalse();
    }

    @Test
    void evidenceServiceTakesTheUnitsOfEveryCycle() {
        JsonNode enrolled = EVIDENCE.at("/EnrolUnit/properties");
        JsonNode unit = RUBRIC_SERVICE.at("/UnitLine/properties");

        assertThat(enrolled.at("/unit/pattern")).isEqualTo(unit.at("/unit/pattern"));
        assertThat(enrolled.at("/sections/maxItems").asInt())
                .isGreaterThanOrEqualTo(unit.at("/sections/maxItems").asInt(Integer.MAX_VALUE));
        assertThat(EVIDENCE.at("/Section/properties/code/pattern"))
                .isEqualTo(RUBRIC_SERVICE.at("/Section/properties/code/pattern"));
        assertThat(EVIDENCE.at("/Period")).isNotEmpty();
    }

    /** Who is told of a milestone, and what they answer. */
    @Test
    void whatNotificationServiceIsToldAndTellsFits() throws IOException {
        JsonNode plan = JSON.readTree(PlanDocument.schema()).path("$defs");
        JsonNode told = RUBRIC_SERVICE.at("/PatchMilestone/properties");
        JsonNode recipient = NOTIFICATION.at("/PutRecipient/properties");

        assertThat(NOTIFICATION.at("/RecipientLine/properties/recipient/pattern"))
                .isEqualTo(plan.at("/personKey/pattern"));
        assertThat(told.at("/reason/maxLength").asInt())
                .isGreaterThanOrEqualTo(
                        NOTIFICATION
                                .at("/TaskDone/properties/answer/maxLength")
                                .asInt(Integer.MAX_VALUE));
        assertThat(told.at("/byName/maxLength").asInt())
                .isGreaterThanOrEqualTo(recipient.at("/name/maxLength").asInt(Integer.MAX_VALUE));
        for (String text : new String[] {"en", "th"}) {
            assertThat(NOTIFICATION.at("/LocalizedText/properties/" + text).has("maxLength"))
                    .isFalse();
        }
    }

    private static JsonNode schemas(String service) {
        try {
            String yaml = Files.readString(Path.of("../contracts", service + ".yaml"));
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            JsonNode contract = JSON.valueToTree(new Load(settings).loadFromString(yaml));
            return contract.at("/components/schemas");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

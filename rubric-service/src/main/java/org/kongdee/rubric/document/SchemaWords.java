package org.kongdee.rubric.document;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kongdee.web.text.Message;

/**
 * What the published schemas say of what they narrow, as messages to whoever broke it: the
 * descriptions beside patterns, and beside fields that have no place somewhere.
 */
final class SchemaWords {

    private static final Map<String, Message> WORDS =
            List.of(
                            Message.of(
                                    "lower-case letters, digits and hyphens, at most 32, such as division-contest"),
                            Message.of(
                                    "lower-case letters, digits, dots and hyphens, at most 32, such as \"2565\""),
                            Message.of(
                                    "letters, digits, dots and hyphens, at most 32, such as \"1.1.2\""),
                            Message.of(
                                    "letters, digits and hyphens, at most 64, such as relatedToMission"),
                            Message.of(
                                    "D and a number, such as D1; a plan's codes are never like this"),
                            Message.of(
                                    "capital letters, digits and hyphens, at most 32, such as SMALL"),
                            Message.of(
                                    "lower-case letters, digits and hyphens, at most 64, such as notice-board"),
                            Message.of("a text that is not blank"),
                            Message.of(
                                    "a CEL expression over the facts of the criterion, at most 1000 characters; see docs/rubric-format.md"),
                            Message.of("a month and day such as --01-15; rubrics name no years"),
                            Message.of("a ladder has rungs"),
                            Message.of(
                                    "a composite has parts, and each says for itself what nothing means"),
                            Message.of("a criterion of tiers has tiers"),
                            Message.of("a numeric criterion has min and max"),
                            Message.of(
                                    "a binary criterion has points and, if evidence can show it, when"),
                            Message.of("a tier has points or variants, not both"),
                            Message.of(
                                    "letters, digits, dots and hyphens, at most 32, such as \"1\", and not like a deadline of the rubric, D1"),
                            Message.of(
                                    "capital letters, digits and hyphens, at most 32, such as PUBLIC-RELATIONS"),
                            Message.of(
                                    "the key of a recipient: lower-case letters, digits, dots, hyphens and underscores, at most 64"),
                            Message.of(
                                    "a day such as 2022-01-15, or of every year such as --01-15"))
                    .stream()
                    .collect(toUnmodifiableMap(Message::template, Function.identity()));

    private SchemaWords() {}

    /**
     * The description of a part of a schema.
     *
     * @throws IllegalStateException if it is none of those above
     */
    static Message of(JsonNode part) {
        String description = part.path("description").asText();
        Message words = WORDS.get(description);
        if (words == null) {
            throw new IllegalStateException("said nowhere: " + description);
        }
        return words;
    }
}

package org.kongdee.notification.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told at once. It waits in the outbox as JSON and becomes text when it is sent;
 * each is the template of its own name, in {@code templates/notice}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "notice")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Notice.NotMine.class, name = "NOT_MINE"),
    @JsonSubTypes.Type(value = Notice.MineAfterAll.class, name = "MINE_AFTER_ALL"),
    @JsonSubTypes.Type(value = Notice.Paused.class, name = "PAUSED")
})
public sealed interface Notice extends MailTemplateInstance {

    @JsonIgnore
    String subject();

    /** A recipient, as a notice speaks of one. */
    record Person(String id, String name, String unit) {}

    /** A deadline, as a notice speaks of one. */
    record Task(String id, String unit, @Nullable String criterion, String title, LocalDate due) {}

    /** Somebody says that a deadline is not theirs. */
    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NotMine(Person who, Task task) implements Notice {
        @Override
        public String subject() {
            return "Not mine: %s %s".formatted(task.unit(), task.title());
        }
    }

    /** They take it back. */
    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MineAfterAll(Person who, Task task) implements Notice {
        @Override
        public String subject() {
            return "Mine after all: %s %s".formatted(task.unit(), task.title());
        }
    }

    /** Somebody wants no reminders for a while. */
    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Paused(Person who, LocalDate until) implements Notice {
        @Override
        public String subject() {
            return "Reminders paused: " + who.name();
        }
    }
}

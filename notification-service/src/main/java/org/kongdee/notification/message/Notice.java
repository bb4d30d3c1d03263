package org.kongdee.notification.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quarkus.mailer.MailTemplate.MailTemplateInstance;
import io.quarkus.qute.CheckedTemplate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told at once. It waits in the outbox as JSON and becomes text when it is sent;
 * each is the template of its own name, in {@code templates/notice}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "notice")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Notice.NotMine.class, name = "NOT_MINE"),
    @JsonSubTypes.Type(value = Notice.MineAfterAll.class, name = "MINE_AFTER_ALL"),
    @JsonSubTypes.Type(value = Notice.Paused.class, name = "PAUSED"),
    @JsonSubTypes.Type(value = Notice.Resumed.class, name = "RESUMED"),
    @JsonSubTypes.Type(value = Notice.Rejected.class, name = "REJECTED")
})
public sealed interface Notice extends MailTemplateInstance {

    @JsonIgnore
    String subject();

    /** The language of its text. */
    default String language() {
        return "en";
    }

    /** The name of whom it is to; empty if that is not known. */
    default String name() {
        return "";
    }

    /** By which its reader pauses such mails; null if they are no recipient. */
    default @Nullable String pauseLink() {
        return null;
    }

    /** A recipient, as a notice speaks of one. */
    record Person(String id, String name, String unit) {}

    /** A deadline, as a notice speaks of one. */
    record Task(
            String id,
            String unit,
            @Nullable String criterion,
            String title,
            @Nullable LocalDate due) {}

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

    /** They want them again. */
    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Resumed(Person who) implements Notice {
        @Override
        public String subject() {
            return "Reminders resumed: " + who.name();
        }
    }

    /**
     * Evidence was rejected. Its texts are ready to be shown.
     *
     * @param name of whom it is to
     * @param heading the subject
     * @param pause what the link to pause is called
     */
    @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Rejected(
            String language,
            String name,
            String heading,
            String opening,
            String introduction,
            List<RejectedItem> items,
            String closing,
            String pause,
            String pauseLink)
            implements Notice {
        @Override
        public String subject() {
            return heading;
        }
    }

    /**
     * One item.
     *
     * @param what it was to show
     * @param note what the reviewer said; null if nothing
     */
    record RejectedItem(String what, String evidence, @Nullable String note) {}
}

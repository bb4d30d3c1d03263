package org.kongdee.notification.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kongdee.web.text.Language;

/**
 * Somebody who gets mail.
 *
 * @param subject the {@code sub} of their token, by which other services know them; or null
 * @param posts what they are, and where
 * @param at their own hour, or null for the policy's
 * @param pausedUntil the day on which mail resumes, or null
 * @param links the generation of their links: one of another generation is void
 */
public record Recipient(
        String id,
        String email,
        String name,
        Language language,
        @Nullable String subject,
        List<Post> posts,
        @Nullable LocalTime at,
        @Nullable LocalDate pausedUntil,
        long links) {

    public Recipient {
        posts = List.copyOf(posts);
    }

    /** Who plans for a country looks people up millions of times; a key tells them apart. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The same with other posts. */
    public Recipient withPosts(List<Post> other) {
        return new Recipient(id, email, name, language, subject, other, at, pausedUntil, links);
    }

    /** The same with another pause. */
    public Recipient withPause(@Nullable LocalDate until) {
        return new Recipient(id, email, name, language, subject, posts, at, until, links);
    }

    /** The units that they belong to. */
    public Set<String> units() {
        SortedSet<String> units = new TreeSet<>();
        posts.forEach(post -> units.add(post.unit()));
        return Collections.unmodifiableSet(units);
    }

    public boolean isOf(String unit) {
        return posts.stream().anyMatch(post -> post.isIn(unit));
    }

    /**
     * @param unit the only one that somebody sees; null for all
     */
    public boolean isSeenBy(@Nullable String unit) {
        return unit == null || isOf(unit);
    }

    public boolean directs(String unit) {
        return posts.stream().anyMatch(post -> post.isIn(unit) && post.role() == Role.DIRECTOR);
    }

    public boolean heads(String unit, String section) {
        return posts.stream()
                .anyMatch(
                        post ->
                                post.isIn(unit)
                                        && post.role() == Role.HEAD
                                        && post.covers(section));
    }

    /** Whether they do the work of one of these sections of the unit, or all of it is named. */
    public boolean worksInAny(String unit, Collection<String> sections) {
        return sections.contains(Deadline.ALL)
                ? worksIn(unit)
                : sections.stream().anyMatch(section -> worksIn(unit, section));
    }

    /** Whether they do the work of some section of the unit. */
    public boolean worksIn(String unit) {
        return posts.stream().anyMatch(post -> post.isIn(unit) && post.works());
    }

    /** Whether they do the work of this section. */
    public boolean worksIn(String unit, String section) {
        return posts.stream()
                .anyMatch(post -> post.isIn(unit) && post.works() && post.covers(section));
    }

    /** Whether no mail goes to them on that day. */
    public boolean isPausedOn(LocalDate date) {
        return pausedUntil != null && date.isBefore(pausedUntil);
    }
}

package org.kongdee.notification.recipient;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kongdee.notification.planning.Post;
import org.kongdee.notification.planning.Recipient;
import org.kongdee.web.bulk.Line;
import org.kongdee.web.problem.RuleBroken;
import org.kongdee.web.text.Message;

/**
 * Lines that are a post each, put together: all lines of one key are its posts, and their other
 * cells agree. If one of them is refused, so are the others: nobody loses a post by a slip.
 *
 * @param lines in their order; each stands for the whole recipient
 * @param recipients those of whom no line is refused, by key
 */
record PostLines(List<Line<Recipient>> lines, Map<String, Recipient> recipients) {

    static PostLines of(List<PostLine<Recipient>> read) {
        List<Line<Recipient>> checked = new ArrayList<>();
        Map<String, Recipient> people = new LinkedHashMap<>();
        Map<String, Integer> firstLines = new HashMap<>();
        Set<String> broken = new HashSet<>();
        for (PostLine<Recipient> one : read) {
            Line<Recipient> line =
                    one.line()
                            .map(
                                    recipient -> {
                                        Recipient before = people.get(recipient.id());
                                        Recipient now =
                                                before == null
                                                        ? recipient
                                                        : with(
                                                                before,
                                                                recipient,
                                                                firstLines.getOrDefault(
                                                                        recipient.id(), 0));
                                        people.put(recipient.id(), now);
                                        firstLines.putIfAbsent(recipient.id(), one.line().number());
                                        return recipient;
                                    });
            if (line instanceof Line.Unreadable<Recipient> && one.key() != null) {
                broken.add(one.key());
            }
            checked.add(line);
        }
        people.keySet().removeAll(broken);
        return new PostLines(
                checked.stream().map(line -> line.map(r -> unbroken(r, broken))).toList(), people);
    }

    private static Recipient unbroken(Recipient recipient, Set<String> broken) {
        if (broken.contains(recipient.id())) {
            throw RuleBroken.at(
                    "other-line-refused",
                    "/recipient",
                    Message.of(
                            "Another line of this recipient is refused; all of them together are its posts."));
        }
        return recipient;
    }

    private static Recipient with(Recipient before, Recipient next, int firstLine) {
        Post post = next.posts().getFirst();
        if (!same(before, next)) {
            throw RuleBroken.at(
                    "lines-disagree",
                    "/recipient",
                    Message.of(
                            "All cells but unit, sections and role must say the same as line %d of this recipient.",
                            firstLine));
        }
        if (before.posts().contains(post)) {
            throw RuleBroken.at(
                    "duplicate-line",
                    "/recipient",
                    Message.of("An earlier line is for the same post."));
        }
        if (before.posts().size() == PutRecipient.MOST_POSTS) {
            throw RuleBroken.at(
                    "too-many-posts",
                    "/posts",
                    Message.of("A recipient has at most %d posts.", PutRecipient.MOST_POSTS));
        }
        List<Post> posts = new ArrayList<>(before.posts());
        posts.add(post);
        return before.withPosts(posts);
    }

    private static boolean same(Recipient one, Recipient other) {
        return one.withPosts(List.of()).equals(other.withPosts(List.of()));
    }
}

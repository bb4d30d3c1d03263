package org.kongdee.evidence.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kongdee.evidence.item.LinkStatus;
import org.kongdee.web.text.Message;
import org.kongdee.web.text.NotPossible;

/**
 * Looks whether a link is still there, without letting whoever filed it make this service talk to
 * anything inside. For each step the host is looked up once; every address found must be allowed;
 * the connection goes to one of these very addresses, so that a second answer of the name server
 * changes nothing. A redirect is a new step, checked the same way.
 */
@ApplicationScoped
public class LinkChecker {

    private static final int MAX_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern LOGIN_ADDRESS =
            Pattern.compile(
                    "(^|[/.\\-_])(login|log-in|signin|sign-in|sso|oauth2?|auth|accounts)([/.\\-_?;]|$)");

    /** Of a host that is unknown as of one that is not visited; see {@link Lookup}. */
    private static final LinkFinding NO_HOST =
            LinkFinding.of(
                    LinkStatus.UNREACHABLE,
                    Message.of("there is no such host on the public internet"));

    private final Lookup lookup;
    private final Set<Integer> ports;
    private final Duration timeout;

    @Inject
    LinkChecker(LinkConfig config) {
        this(
                InetAddress::getAllByName,
                config.allowedNetworks().orElse(List.of()),
                config.ports(),
                config.timeout(),
                Lookup::sleep);
    }

    LinkChecker(
            Resolver resolver,
            List<String> allowedNetworks,
            Set<Integer> ports,
            Duration timeout,
            Lookup.Pause pause) {
        this.lookup = new Lookup(resolver, new AddressGuard(allowedNetworks), timeout, pause);
        this.ports = Set.copyOf(ports);
        this.timeout = timeout;
    }

    LinkFinding check(String address) {
        Link link;
        try {
            link = Link.parse(address, ports);
        } catch (NotPossible e) {
            return LinkFinding.of(LinkStatus.REFUSED, e.told());
        }
        return visit(link);
    }

    private LinkFinding visit(Link first) {
        Link link = first;
        boolean forGood = true;
        for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
            List<InetAddress> addresses = lookup.addresses(link.host());
            if (addresses.isEmpty()) {
                return NO_HOST;
            }
            PageVisit.Answer answer;
            try {
                answer = PageVisit.of(link, addresses.getFirst(), timeout);
            } catch (IOException e) {
                return LinkFinding.of(LinkStatus.UNREACHABLE, reason(e));
            }
            if (!REDIRECTS.contains(answer.status()) || answer.location().isEmpty()) {
                return judge(first, link, forGood, answer);
            }
            try {
                link = link.follow(answer.location(), ports);
            } catch (NotPossible e) {
                return LinkFinding.of(
                        LinkStatus.REFUSED,
                        Message.of("redirected to an address that is not taken: %s", e.told()));
            }
            forGood &= answer.status() == 301 || answer.status() == 308;
        }
        return LinkFinding.of(
                LinkStatus.REFUSED, Message.of("more than %d redirects", MAX_REDIRECTS));
    }

    private static LinkFinding judge(
            Link first, Link last, boolean forGood, PageVisit.Answer answer) {
        Message note = Message.verbatim("HTTP " + answer.status());
        boolean elsewhere = !first.uri().equals(last.uri());
        if (answer.status() == 401 || answer.status() == 403 || answer.status() == 407) {
            return LinkFinding.of(LinkStatus.LOGIN, note);
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return LinkFinding.of(LinkStatus.GONE, note);
        }
        if (answer.status() < 200 || answer.status() >= 300) {
            return LinkFinding.of(LinkStatus.UNREACHABLE, note);
        }
        if (asksForPassword(elsewhere, last, answer)) {
            return LinkFinding.of(
                    LinkStatus.LOGIN,
                    elsewhere ? Message.of("redirected to %s", last.host()) : note);
        }
        // A temporary redirect is how a site works; only a lasting one asks for the link to be
        // corrected.
        return elsewhere && forGood
                ? new LinkFinding(LinkStatus.MOVED, last.uri().toString(), note)
                : LinkFinding.of(LinkStatus.HEALTHY, note);
    }

    private static boolean asksForPassword(boolean elsewhere, Link last, PageVisit.Answer answer) {
        String address = (last.host() + last.target()).toLowerCase(Locale.ROOT);
        return (elsewhere && LOGIN_ADDRESS.matcher(address).find())
                || PasswordField.isIn(answer.start());
    }

    private static Message reason(IOException e) {
        return switch (e) {
            case java.net.SocketTimeoutException _ -> Message.of("no answer in time");
            case java.net.ConnectException _ -> Message.of("connection refused");
            case javax.net.ssl.SSLException _ ->
                    Message.of("its certificate or encryption is not valid");
            default -> Message.of("no proper answer");
        };
    }
}

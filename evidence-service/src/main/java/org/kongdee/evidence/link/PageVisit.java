package org.kongdee.evidence.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One GET to the given address, by hand: Java's HTTP client would look the host up again, and could
 * be led to another address. No cookies, no credentials, at most 64 KiB read, and an end after the
 * timeout whatever the other side does.
 */
final class PageVisit {

    private static final int MAX_READ = 64 * 1024;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})[ \\r\\n]");
    private static final String LOCATION = "location:";

    /**
     * What came back.
     *
     * @param location empty without the header
     * @param start the first bytes of the page, as text
     */
    record Answer(int status, String location, String start) {}

    private PageVisit() {}

    static Answer of(Link link, InetAddress address, Duration timeout) throws IOException {
        try (var plain = new Socket()) {
            var timedOut = new boolean[1];
            Thread watch =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Thread.sleep(timeout);
                                            timedOut[0] = true;
                                            plain.close();
                                        } catch (InterruptedException | IOException done) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
            try {
                return exchange(link, address, plain, (int) timeout.toMillis());
            } catch (IOException e) {
                throw timedOut[0] ? new SocketTimeoutException("timed out") : e;
            } finally {
                watch.interrupt();
            }
        }
    }

    private static Answer exchange(Link link, InetAddress address, Socket plain, int millis)
            throws IOException {
        plain.connect(new InetSocketAddress(address, link.port()), millis);
        plain.setSoTimeout(millis);
        Socket socket = link.isSecure() ? encrypted(link, plain) : plain;
        OutputStream out = socket.getOutputStream();
        out.write(request(link).getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return parse(read(socket.getInputStream()));
    }

    /**
     * The name goes into the handshake (SNI) and is compared with the certificate, although the
     * address was chosen.
     */
    private static Socket encrypted(Link link, Socket plain) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, link.host(), link.port(), true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String request(Link link) {
        return """
                GET %s HTTP/1.1\r
                Host: %s\r
                User-Agent: Kongdee-link-check/1\r
                Accept: */*\r
                Accept-Encoding: identity\r
                Connection: close\r
                \r
                """
                .formatted(link.target(), link.authority());
    }

    private static String read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        int count;
        while (bytes.size() < MAX_READ
                && (count = in.read(buffer, 0, Math.min(buffer.length, MAX_READ - bytes.size())))
                        >= 0) {
            bytes.write(buffer, 0, count);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Answer parse(String text) throws IOException {
        Matcher status = STATUS.matcher(text);
        if (!status.lookingAt()) {
            throw new IOException("not an HTTP answer");
        }
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        return new Answer(
                Integer.parseInt(status.group(1)),
                location(head),
                end < 0 ? "" : text.substring(end + 4));
    }

    private static String location(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, LOCATION, 0, LOCATION.length()))
                .map(line -> line.substring(LOCATION.length()).strip())
                .findFirst()
                .orElse("");
    }
}

package org.kongdee.notification.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** Ends TLS before a service, as an operator's proxy does; the service sees plain HTTP. */
final class TlsProxy implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final SSLServerSocket socket;
    private final int service;

    private TlsProxy(SSLServerSocket socket, int service) {
        this.socket = socket;
        this.service = service;
    }

    /**
     * @param folder for its certificate, which it signs itself
     * @param service the port of the service
     */
    static TlsProxy start(Path folder, int service) throws Exception {
        SSLServerSocket socket =
                (SSLServerSocket)
                        context(folder.resolve("proxy.p12"))
                                .getServerSocketFactory()
                                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var proxy = new TlsProxy(socket, service);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    private static SSLContext context(Path store) throws Exception {
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                new String(PASSWORD),
                                "-keystore",
                                store.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket browser = socket.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), service);
                Thread.ofVirtual().start(() -> pass(browser, behind));
                Thread.ofVirtual().start(() -> pass(behind, browser));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private static void pass(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // One of them has gone, and now the other is closed too.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

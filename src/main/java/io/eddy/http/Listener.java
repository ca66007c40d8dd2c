package io.eddy.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.eddy.HttpConfig;
import io.eddy.problem.Problem;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server that is bound to the address that the configuration names, with TLS or without. */
final class Listener {
    private Listener() {}

    /** @throws Problem if nothing can listen there, or the keystore can't be used */
    static HttpServer bind(HttpConfig config) {
        String host = config.host();
        int port = config.port();
        InetSocketAddress address = new InetSocketAddress(host, port);
        String what = "can't listen on " + host + ":" + port + " for the web page and the metrics";
        if (address.isUnresolved()) {
            throw Problem.failure(
                    what,
                    "the host " + host + " is unknown",
                    "set eddy.http.host to an address of this machine, such as 127.0.0.1 or 0.0.0.0");
        }
        // a request that is never sent to its end, or an answer never read, would else hold one of the few threads for
        // ever
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "5");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "5");
        try {
            return config.keystore() == null ? HttpServer.create(address, 0) : secure(address, tls(config));
        } catch (IOException e) {
            throw Problem.failure(
                    what,
                    e.getMessage() + " (port " + port + ")",
                    "set eddy.http.port to another port (0 takes a free one), or eddy.http.host to another address",
                    e);
        }
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static SSLContext tls(HttpConfig config) {
        try {
            char[] password = config.keystorePassword().value().toCharArray();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(KeyStore.getInstance(new File(config.keystore()), password), password);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return tls;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw Problem.usage(
                    "can't use the key of " + config.keystore(),
                    String.valueOf(e.getMessage()),
                    "set eddy.http.tls.keystore to a PKCS12 or JKS file, and eddy.http.tls.keystore.password to its password");
        }
    }
}

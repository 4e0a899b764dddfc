package org.yichuang;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives this node's metrics to whoever is on the same machine, on a port of its own; the city's port never has them. */
@Component
class MetricsPort implements SmartLifecycle {
    static final String PATH = "/metrics";

    private final ObjectProvider<PrometheusMeterRegistry> metrics;
    private final int port;
    private @Nullable HttpServer server;

    MetricsPort(ObjectProvider<PrometheusMeterRegistry> metrics, @Value("${yichuang.metrics-port}") int port) {
        this.metrics = metrics;
        this.port = port;
    }

    @Override
    public void start() {
        PrometheusMeterRegistry registry = metrics.getIfAvailable();
        if (port == 0 || registry == null) {
            return;
        }
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            HttpServer started = HttpServer.create(here, 0);
            started.createContext(PATH, exchange -> answer(exchange, registry));
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException("Metrics cannot be given on port " + port, e);
        }
    }

    private static void answer(HttpExchange exchange, PrometheusMeterRegistry registry) throws IOException {
        byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        exchange.sendResponseHeaders(200, text.length);
        try (var body = exchange.getResponseBody()) {
            body.write(text);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}

package org.yichuang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. {@code ./run} starts it; {@code ./run --help} names what it takes. */
@SpringBootApplication(proxyBeanMethods = false)
public class Yichuang {
    public static void main(String[] args) {
        SpringApplication.run(Yichuang.class, args);
    }
}

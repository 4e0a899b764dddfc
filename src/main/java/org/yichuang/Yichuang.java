package org.yichuang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The server. {@code ./run} starts it; {@code ./run --help} names what it takes. Beans go by their full names, so that two
 * modules may each have a {@code Places}.
 */
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Yichuang {
    public static void main(String[] args) {
        SpringApplication.run(Yichuang.class, args);
    }
}

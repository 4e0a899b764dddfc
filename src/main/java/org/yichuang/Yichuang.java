package org.yichuang;

import java.util.Arrays;
import java.util.List;
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
        List<String> arguments = Arrays.asList(args);
        if (!arguments.isEmpty() && arguments.getFirst().equals(VerifyJournal.NAME)) {
            System.exit(VerifyJournal.run(arguments.subList(1, arguments.size())));
        }
        Greeting.print(SpringApplication.run(Yichuang.class, args), System.out);
    }
}

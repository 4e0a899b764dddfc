package org.yichuang.catalogue.quality;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/**
 * One rule of guide quality.
 *
 * @param id stable: {@code STEP-SUM}
 * @param source the article, or whose practice it is
 * @param error a version that breaks it may not be published; otherwise it is told and may
 * @param test what breaks it: the element, and what is wrong with it
 */
public record Rule(String id, Text source, boolean error, Function<ItemVersion, Stream<Fault>> test) {

    /** One place where a version breaks a rule. */
    public record Fault(String element, Text what) {
        static Fault of(String element, String zh, String en) {
            return new Fault(element, Text.of(zh, en));
        }
    }

    static Rule error(String id, Text source, Function<ItemVersion, Stream<Fault>> test) {
        return new Rule(id, source, true, test);
    }

    /** Of one place; an item in which all is well there passes the test. */
    static Rule error(String id, Text source, Predicate<ItemVersion> well, String element, String zh, String en) {
        return error(id, source, item -> unless(well.test(item), element, zh, en));
    }

    static Rule warning(String id, Text source, Function<ItemVersion, Stream<Fault>> test) {
        return new Rule(id, source, false, test);
    }

    static Rule warning(String id, Text source, Predicate<ItemVersion> well, String element, String zh, String en) {
        return warning(id, source, item -> unless(well.test(item), element, zh, en));
    }

    /** The fault, unless all is well. */
    static Stream<Fault> unless(boolean well, String element, String zh, String en) {
        return well ? Stream.empty() : Stream.of(Fault.of(element, zh, en));
    }

    /** What it finds in a version. */
    public Stream<Finding> check(ItemVersion item) {
        return test.apply(item).map(fault -> new Finding(id, source, error, fault.element(), fault.what()));
    }
}

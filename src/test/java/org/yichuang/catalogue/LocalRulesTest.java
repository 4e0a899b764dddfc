package org.yichuang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.document.DemoItems;

/** A city may be faster than the law, and is never slower. */
class LocalRulesTest {
    private final ApplicationContextRunner server =
            new ApplicationContextRunner().withUserConfiguration(LocalRulesConfiguration.class);

    @Test
    void the_laws_numbers_count_where_a_city_set_none() {
        server.run(city -> assertThat(city).getBean(LocalRules.class).isEqualTo(new LocalRules(5, 10, 10, 3, 0)));
    }

    @Test
    void a_tighter_number_counts() {
        server.withPropertyValues(
                        "yichuang.rules.intake-working-days=3",
                        "yichuang.rules.delivery-working-days=6",
                        "yichuang.rules.extension-working-days=4",
                        "yichuang.rules.denial-review-working-days=5",
                        "yichuang.rules.correction-working-days=15")
                .run(city -> assertThat(city).getBean(LocalRules.class).isEqualTo(new LocalRules(3, 6, 4, 5, 15)));
    }

    @ParameterizedTest
    @CsvSource({
        "intake, 6, 行政许可法第三十二条规定 5 个工作日, article 32 gives 5 working days",
        "intake, 0, 要写 1 到 5, 1 to 5",
        "delivery, 11, 行政许可法第四十四条规定 10 个工作日, article 44 gives 10 working days",
        "extension, 15, 行政许可法第四十二条规定 10 个工作日, article 42 gives 10 working days",
        "intake, three, 要写 1 到 5, 1 to 5",
        "denial-review, 0, 1 以上的整数, 1 or more",
        "correction, -1, 0 以上的整数, 0 or more"
    })
    void a_server_with_a_looser_number_or_none_at_all_does_not_start(
            String rule, String value, String said, String english) {
        String setting = "yichuang.rules." + rule + "-working-days";
        server.withPropertyValues(setting + "=" + value)
                .run(city -> assertThat(city)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, refused -> {
                            assertThat(refused.getName()).isEqualTo(setting);
                            assertThat(refused.getValue()).isEqualTo(value);
                            assertThat(refused.getReason()).contains(said, english);
                        }));
    }

    @Test
    void a_city_cuts_the_general_extension_and_not_that_of_a_law_of_the_items_own() {
        var city = new LocalRules(5, 10, 4, 3, 0);
        ItemVersion general = DemoItems.all().stream()
                .filter(item -> item.extension() != null
                        && (item.statutory() == null || item.statutory().extension() == null))
                .findFirst()
                .orElseThrow();

        assertThat(city.extension(general)).isEqualTo(Limit.workingDays(4));
        assertThat(city.extension(DemoItems.item("food_permit"))).isEqualTo(Limit.workingDays(5));
    }
}

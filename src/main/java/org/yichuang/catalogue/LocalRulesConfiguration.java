package org.yichuang.catalogue;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads what a city set; a server that would go by more than the law gives does not start. */
@Configuration(proxyBeanMethods = false)
class LocalRulesConfiguration {
    @Bean
    LocalRules localRules(Environment settings) {
        LocalRules law = LocalRules.DEFAULT;
        return new LocalRules(
                number(settings, "intake", law.intake(), 1, LegalRule.AL_32),
                number(settings, "delivery", law.delivery(), 1, LegalRule.AL_44),
                number(settings, "extension", law.extension(), 1, LegalRule.AL_42),
                number(settings, "denial-review", law.denialReview(), 1, null),
                number(settings, "correction", law.correction(), 0, null));
    }

    /** @param law whose number it may not exceed; null: it is the city's own */
    private static int number(Environment settings, String name, int otherwise, int least, @Nullable LegalRule law) {
        String setting = "yichuang.rules." + name + "-working-days";
        String said = settings.getProperty(setting, String.valueOf(otherwise));
        int most = law == null ? 9999 : otherwise;
        if (!said.matches("\\d{1,4}") || Integer.parseInt(said) < least || Integer.parseInt(said) > most) {
            throw new InvalidConfigurationPropertyValueException(setting, said, wanted(least, most, law));
        }
        return Integer.parseInt(said);
    }

    private static String wanted(int least, int most, @Nullable LegalRule law) {
        if (law == null) {
            return "要写 " + least + " 以上的整数（工作日）。 It has to be a whole number of working days, " + least + " or more.";
        }
        return "只能比法律更短：" + law.article().zh() + "规定 " + most + " 个工作日，要写 1 到 " + most
                + "。 A city may only be faster than the law: the "
                + law.article().en() + " gives " + most
                + " working days, so it has to be 1 to " + most + ".";
    }
}

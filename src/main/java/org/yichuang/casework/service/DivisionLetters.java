package org.yichuang.casework.service;

import java.util.List;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.network.Division;
import org.yichuang.network.Network;

/** The two letters that a case number begins with: the initials of the district, 西湖区 is XH. */
@Component
class DivisionLetters {
    private static final int DISTRICT = 1;

    private final Network network;

    DivisionLetters(Network network) {
        this.network = network;
    }

    /** Of the district that a division lies in, of the city where it lies in none. */
    String of(@Nullable String division) {
        List<Division> path = division == null ? List.of() : network.path(division);
        if (path.isEmpty()) {
            return "YC";
        }
        return initials(path.get(Math.min(DISTRICT, path.size() - 1)).name().zh());
    }

    private static String initials(String name) {
        var letters = new StringBuilder();
        for (int i = 0; i < Math.min(2, name.length()); i++) {
            String[] read = PinyinHelper.toHanyuPinyinStringArray(name.charAt(i));
            letters.append(read == null ? 'X' : read[0].charAt(0));
        }
        return (letters + "XX").substring(0, 2).toUpperCase(Locale.ROOT);
    }
}

package org.yichuang.casework.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;

/**
 * What a correction put in the place of what was handed in before. The earlier answers and files stay on record, so that
 * it can be told for ever what the first submission lacked (ONE-NOTICE).
 *
 * @param names of the answers changed and the materials handed in now
 * @param labels the same as people read them
 * @param answers field → the answer that stood there, empty where there was none
 * @param materials those that stood there: material, name, and the file's id where it is no paper
 */
record Replaced(
        List<String> names, List<String> labels, Map<String, Object> answers, List<Map<String, String>> materials) {

    /** Changes the case, and says what was there. */
    static Replaced by(Course course, Map<String, Object> answers, List<SubmittedMaterial> materials) {
        CaseFile before = course.file();
        ItemVersion item = course.at.item();
        course.change(file -> file.with(
                Applications.counting(item, Applications.merged(file.answers(), answers)),
                CaseFile.replaced(file.materials(), materials)));
        DeliveryWay.askedAnew(before.answers(), course.file().answers())
                .ifPresent(way -> course.change(file -> file.with(way)));
        List<String> codes =
                materials.stream().map(SubmittedMaterial::material).distinct().toList();
        Map<String, Object> old = answers(item, before, course.file());
        List<String> changed =
                answers.keySet().stream().filter(old::containsKey).sorted().toList();
        var names = new TreeSet<>(changed);
        codes.forEach(code -> names.add("materials." + code));
        return new Replaced(
                List.copyOf(names),
                labels(item, changed, codes),
                old,
                before.materials().stream()
                        .filter(handed -> codes.contains(handed.material()))
                        .map(Replaced::reference)
                        .toList());
    }

    /** Those of the names that nothing stood under before. */
    List<String> news() {
        Set<String> replaced = materials.stream()
                .map(before -> "materials." + before.get("material"))
                .collect(Collectors.toSet());
        return names.stream()
                .filter(name -> name.startsWith("materials.") ? !replaced.contains(name) : "".equals(answers.get(name)))
                .toList();
    }

    Payload on(Payload payload) {
        return payload.and("changed", names)
                .and("before", answers.isEmpty() ? null : answers)
                .and("replaced", materials.isEmpty() ? null : materials);
    }

    private static List<String> labels(ItemVersion item, List<String> fields, List<String> codes) {
        var labels = new ArrayList<String>();
        fields.stream()
                .flatMap(key -> item.form().field(key).stream())
                .map(Field::label)
                .forEach(label -> labels.add(label.zh()));
        codes.stream()
                .flatMap(code -> item.material(code).stream())
                .map(Material::name)
                .forEach(name -> labels.add(name.zh()));
        return labels;
    }

    private static Map<String, Object> answers(ItemVersion item, CaseFile before, CaseFile after) {
        var old = new LinkedHashMap<String, Object>();
        var keys = new TreeSet<>(before.answers().keySet());
        keys.addAll(after.answers().keySet());
        for (String key : keys) {
            Object stood = before.answers().get(key);
            if (!Objects.equals(stood, after.answers().get(key))) {
                old.put(key, stood == null ? "" : kept(item, key, stood));
            }
        }
        return old;
    }

    private static Object kept(ItemVersion item, String key, Object answer) {
        return item.form().field(key).map(field -> field.type().masked(answer)).orElse(answer);
    }

    private static Map<String, String> reference(SubmittedMaterial handed) {
        var reference = new LinkedHashMap<String, String>();
        reference.put("material", handed.material());
        reference.put("name", handed.name());
        if (handed.file() != null) {
            reference.put("file", handed.file().toString());
        }
        return reference;
    }
}

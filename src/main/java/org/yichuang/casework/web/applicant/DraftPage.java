package org.yichuang.casework.web.applicant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.service.Competence;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/**
 * A draft with the item version it is for.
 *
 * @param applicant who applies
 * @param unit the competent unit, null while nobody said where
 * @param retired the item is not in force any more: the draft can be looked at and deleted, not submitted
 * @param today which no day that has to have come is after
 * @param rules the numbers that it would be filed under today
 */
public record DraftPage(
        Draft draft,
        ItemVersion item,
        String applicant,
        @Nullable Text unit,
        boolean retired,
        LocalDate today,
        LocalRules rules) {

    public UUID id() {
        return draft.id();
    }

    public Instant savedAt() {
        return draft.updatedAt();
    }

    public LocalDate keptUntil() {
        return draft.keptUntil();
    }

    public Map<String, Object> answers() {
        return draft.answers();
    }

    /** Whether there is a district to choose: not where the city alone decides. */
    public boolean inDistricts() {
        return !Competence.cityAlone(item);
    }

    public String href() {
        return "/apply/draft/" + id();
    }

    public String windowsHref() {
        return StartPage.windowsHref(item);
    }

    public String href(FormSpec.Question question) {
        return href() + "/q/" + question.key();
    }

    public String href(SubmittedMaterial file) {
        return href() + "/files/" + file.file();
    }

    /** The materials asked for under the answers so far. */
    public List<Material> materials() {
        return item.materials(draft.answers());
    }

    public List<SubmittedMaterial> files(Material material) {
        return draft.of(material.code()).stream()
                .filter(handed -> handed.file() != null)
                .toList();
    }

    public TaskList tasks() {
        return TaskList.of(this);
    }

    /** Where to go after the materials. */
    public String next() {
        return tasks().filling().stream()
                .filter(task ->
                        !task.done() && task.href() != null && !task.href().contains("/materials"))
                .map(TaskList.Task::href)
                .findFirst()
                .orElse(tasks().ready() ? href() + "/check" : href());
    }
}

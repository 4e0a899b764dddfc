package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.domain.Completeness;
import org.yichuang.casework.domain.Form;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Whether an application can be taken; each check is a problem that names the fields when it cannot. */
final class ApplicationChecks {
    private ApplicationChecks() {}

    /** Who applies online: a person or a company that the item is for, where it is taken online. */
    static void onlineFor(ItemVersion item, Visitor who) {
        if (!who.is(Role.RESIDENT) && !who.is(Role.COMPANY)) {
            throw Problem.forbidden("只有个人和企业账号可以申请", "Only residents and companies can apply");
        }
        audience(item, who.is(Role.RESIDENT));
        if (!item.handling().online()) {
            throw Problem.conflict("not-online", "这件事要到窗口办", "This is applied for at a window");
        }
    }

    static void audience(ItemVersion item, boolean person) {
        if (!item.isFor(person ? Audience.RESIDENT : Audience.COMPANY)) {
            throw Problem.conflict(
                    "not-for-you",
                    person ? "这个事项由企业或其他组织申请" : "这个事项由个人申请",
                    person ? "This item is for companies and organisations" : "This item is for people");
        }
    }

    /** Online nothing may be missing. */
    static void complete(ItemVersion item, NewCase application, LocalDate today) {
        Problem.ifAny(incomplete(item, application, today));
    }

    /** What {@link #complete} says is missing. */
    static List<FieldError> incomplete(ItemVersion item, NewCase application, LocalDate today) {
        var errors = new ArrayList<>(given(application));
        if (errors.isEmpty()) {
            errors.addAll(Completeness.check(item, application.answers(), application.materials(), today));
            errors.addAll(onPaper(application.materials()));
        }
        if (errors.isEmpty()) {
            errors.addAll(new Form()
                    .chosen("way", application.way(), item, application.answers())
                    .errors());
        }
        return errors;
    }

    /** At a window materials may still be missing; answers may not. */
    static void answered(ItemVersion item, NewCase application, LocalDate today) {
        var errors = new ArrayList<>(given(application));
        if (errors.isEmpty()) {
            errors.addAll(item.form().check(application.answers(), today));
            errors.addAll(Completeness.unlisted(item, application.materials()));
        }
        Problem.ifAny(errors);
    }

    /** Online every material is a file; paper is for the window. */
    static void uploaded(List<SubmittedMaterial> materials) {
        Problem.ifAny(onPaper(materials));
    }

    private static List<FieldError> onPaper(List<SubmittedMaterial> materials) {
        var form = new Form();
        for (int i = 0; i < materials.size(); i++) {
            SubmittedMaterial handed = materials.get(i);
            form.given("materials[" + i + "].file", handed == null ? null : handed.file());
        }
        return form.errors();
    }

    /** Each material's file is among those that may be handed in. */
    static void owned(List<SubmittedMaterial> materials, Collection<UUID> owned) {
        var form = new Form();
        for (int i = 0; i < materials.size(); i++) {
            UUID file = materials.get(i).file();
            if (file != null && !owned.contains(file)) {
                form.wrong("materials[" + i + "].file", "没有这个文件，请重新上传", "There is no such file: upload it again");
            }
        }
        Problem.ifAny(form.errors());
    }

    static List<UUID> files(List<SubmittedMaterial> materials) {
        return materials.stream()
                .map(SubmittedMaterial::file)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<FieldError> given(NewCase application) {
        return new Form()
                .given("answers", application.answers())
                .given("materials", application.materials())
                .errors();
    }

    /** Who stands there for somebody: a person may come themselves, for a company somebody does. */
    static void agent(@Nullable String name, boolean person) {
        if (!person && (name == null || name.isBlank())) {
            throw Problem.invalid("agentName", "请写经办人的姓名", "Give the name of who is here for the company");
        }
        if (name == null) {
            return;
        }
        var form = new Form().free("agentName", name);
        if (!name.isBlank() && PersonalNumbers.noName(name)) {
            form.wrong("agentName", "请写姓名，不写号码", "Give the name, not a number");
        }
        Problem.ifAny(form.errors());
    }
}

package org.yichuang.casework.web.applicant;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Channel;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Demo;
import org.yichuang.shared.pdf.PdfRenderer;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/**
 * The application as a form on paper, made from the answers as they stand (AL-29): what an item's materials call made
 * from the answers. To sign where it was taken, or changed, at a window: what an officer wrote nobody declared online.
 * Personal numbers are masked for whom the case masks them.
 */
@Component
public class ApplicationPapers {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(Ui.ZONE);
    private static final String CORRECTED = "case.corrected";
    private static final Set<String> CHANGES = Set.of(CORRECTED, "case.supplemented");

    private final Cases cases;
    private final Catalogue catalogue;
    private final Districts districts;
    private final TemplateEngine templates;
    private final PdfRenderer pdf;
    private final Demo demo;

    ApplicationPapers(
            Cases cases,
            Catalogue catalogue,
            Districts districts,
            TemplateEngine templates,
            PdfRenderer pdf,
            Demo demo) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.districts = districts;
        this.templates = templates;
        this.pdf = pdf;
        this.demo = demo;
    }

    /**
     * What the template shows.
     *
     * @param title the form's own name, where the item's materials have one
     * @param changes what changed the application since it was filed, as the record says, oldest first
     */
    public record Paper(
            CaseView view,
            String title,
            List<Part> parts,
            List<Row> materials,
            List<TimelineEntry> changes,
            boolean demo) {
        public static final String NUMBER = "办件编号";
        public static final String MATERIALS = "随本申请提交的材料";
        public static final String SIGNED = "申请人（签名或盖章）：";
        public static final String DATED = "日期：　　　　年　　月　　日";
        public static final String DEMO = "演示数据，不具法律效力";

        public String asked() {
            return "现申请办理“" + view.item().name().zh() + "”，填报如下。";
        }

        public String applicant() {
            String agent = view.applicant().agent();
            return "申请人：" + view.applicant().name() + (agent == null ? "" : "（由 " + agent + " 代为申请）");
        }

        /** To be signed by hand; else it was declared online. */
        public boolean sign() {
            return !online() || changes.stream().anyMatch(Paper::atWindow);
        }

        /** What was declared online, and with what a notice was answered there; else what a signature declares. */
        public String declared() {
            String filed = MOMENT.format(view.times().submittedAt());
            if (!sign()) {
                return "申请人于 " + filed + " 在网上核对以上内容，声明内容和材料真实后提交。"
                        + (changes.isEmpty()
                                ? ""
                                : "补正于 " + MOMENT.format(changes.getLast().at()) + " 提交，本表是补正后的内容。");
            }
            return (online() ? "本申请于 " + filed + " 在网上提交，" + changed() + "，本表是改正后的内容。" : "")
                    + "以上内容和所交材料真实有效，隐瞒情况或者提供虚假材料的，由申请人承担法律责任。";
        }

        private boolean online() {
            return view.place().channel() == Channel.ONLINE;
        }

        private String changed() {
            return changes.stream()
                    .map(change -> MOMENT.format(change.at())
                            + (atWindow(change) ? " 在窗口" : " 在网上")
                            + (change.kind().equals(CORRECTED) ? "当场更正" : "补正"))
                    .collect(Collectors.joining("，"));
        }

        /** The record names the officer who wrote it. */
        private static boolean atWindow(TimelineEntry change) {
            return change.payload().get("by") != null;
        }
    }

    public record Part(String title, List<Answer> answers) {}

    /** A material, and as what it was handed in. */
    public record Row(String name, String handed) {}

    /** The PDF, to be shown. */
    public ResponseEntity<byte[]> of(Visitor who, UUID caseId) {
        CaseView view = cases.view(who, caseId);
        var page = new StringOutput();
        List<TimelineEntry> changes = cases.timeline(who, caseId).stream()
                .filter(entry -> CHANGES.contains(entry.kind()))
                .toList();
        templates.render("casework/applicationPaper.jte", Map.of("paper", paper(view, changes)), page);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + view.number() + ".pdf\"")
                .body(pdf.render(page.toString(), view.times().receivedAt()));
    }

    private Paper paper(CaseView view, List<TimelineEntry> changes) {
        ItemVersion item = catalogue.version(view.item().code(), view.item().version());
        List<Material> asked = item.materials(view.answers());
        List<String> forms = asked.stream()
                .filter(Material::filled)
                .map(material -> material.name().zh())
                .toList();
        return new Paper(
                view,
                forms.size() == 1 ? forms.getFirst() : view.item().name().zh() + "申请表",
                parts(view, item),
                view.materials().stream().map(handed -> row(handed, item)).toList(),
                changes,
                demo.is());
    }

    private List<Part> parts(CaseView view, ItemVersion item) {
        return item.form().asked(view.answers()).sections().stream()
                .map(section -> new Part(
                        section.title().zh(),
                        Answer.of(section.fields(), view.answers(), districts::name).stream()
                                .filter(Answer::given)
                                .toList()))
                .filter(part -> !part.answers().isEmpty())
                .toList();
    }

    private static Row row(SubmittedMaterial handed, ItemVersion item) {
        String name =
                item.material(handed.material()).map(each -> each.name().zh()).orElse(handed.material());
        return new Row(name, handed.file() == null ? "纸质原件，窗口核过" : handed.name());
    }
}

package org.yichuang.documents.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.yichuang.documents.Addressee;
import org.yichuang.documents.Citation;
import org.yichuang.documents.Issuer;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.NewLetter;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.documents.Remedies;

/** A letter of each kind, as a food business licence gives rise to them. */
public final class SampleLetters {
    public static final LocalDate DAY = LocalDate.of(2026, 10, 9);
    public static final String NUMBER = "330106-2026-0004217-8";
    public static final Issuer UNIT = new Issuer("330106-scjg", "杭州市西湖区市场监督管理局", "西市监");
    public static final Addressee COMPANY = new Addressee("杭州清和里餐饮有限公司", false);

    private SampleLetters() {}

    /** Issued as an act does it. */
    public static PreparedLetter issued(Letters letters, DSLContext dsl, NewLetter letter) {
        PreparedLetter prepared = letters.prepare(letter);
        dsl.execute(
                "with act as (select 1) insert into documents.letter (" + Letters.INSERT_COLUMNS
                        + ") select ?, ?, ?, ?, ?, ?, ?, ?::date, ?::date, ?, ? from act",
                prepared.values());
        return prepared;
    }

    public static NewLetter of(LetterKind kind) {
        return of(kind, UUID.randomUUID());
    }

    public static NewLetter of(LetterKind kind, UUID caseId) {
        NewLetter letter = NewLetter.of(kind, new NewLetter.Case(caseId, NUMBER, "食品经营许可（新办）"), UNIT, COMPANY, DAY)
                .within(kind == LetterKind.GRANT ? 10 : 5, true);
        return switch (kind) {
            case RECEIPT ->
                letter.fact("申请人", COMPANY.name())
                        .fact("收件窗口", "西湖区行政服务中心 3 号综合窗口")
                        .schedule(
                                List.of("材料", "文件"),
                                List.of(
                                        List.of("食品经营许可申请书", "申请书.pdf"),
                                        List.of("营业执照复印件", "营业执照.jpg"),
                                        List.of("与食品经营相适应的主要设备设施布局、操作流程等文件", "布局图.pdf"),
                                        List.of("食品安全自查、从业人员健康管理等制度", "纸质")));
            case CORRECTION_NOTICE ->
                letter.point("设备设施布局图没有标出清洗消毒区，请补画并加盖公章；")
                        .point("从业人员健康管理制度缺少负责人签名，请补签。")
                        .fact("补正期限", "请于2026年10月23日前提交");
            case CORRECTION -> letter.point("申请书中的联系电话少了一位，申请人当场补写。").fact("更正内容", "联系电话");
            case ACCEPTANCE, DEEMED_ACCEPTANCE, RESUME ->
                letter.fact("受理日期", "2026年9月18日")
                        .fact("承诺办结", "2026年10月12日17:00前")
                        .fact("法定办结", "2026年10月19日17:00前");
            case NON_ACCEPTANCE -> letter.point("申请人提交的营业执照经营范围不含餐饮服务，不具备提出本申请的主体条件。");
            case NOT_THIS_AUTHORITY -> letter.point("杭州市西湖区卫生健康局（公共场所卫生许可），文三路服务大厅 12 号窗口。");
            case PAUSE -> letter.point("生活饮用水水质检测，预计需要 10 个工作日。").fact("中止自", "2026年9月21日");
            case EXTENSION -> letter.point("现场核查发现的布局问题需要复核。").fact("延长", "10 个工作日，至2026年11月2日17:00");
            case GRANT ->
                letter.fact("许可内容", "热食类食品制售、冷食类食品制售")
                        .fact("证件", "食品经营许可证")
                        .cite(new Citation("", "中华人民共和国食品安全法", "第三十五条"));
            case REFUSAL ->
                letter.point("现场核查时食品处理区与就餐场所没有分隔，不符合《食品经营许可和备案管理办法》规定的条件；")
                        .point("整改期满后复查，上述问题仍然存在。")
                        .cite(new Citation("", "中华人民共和国食品安全法", "第三十五条"))
                        .remedies(Remedies.DECISION
                                .naming("杭州市西湖区人民政府", "杭州市西湖区人民法院")
                                .zh());
            case CERTIFICATE ->
                letter.title("食品经营许可证")
                        .fact("统一社会信用代码", "91330106MA2XXXXX0Y")
                        .fact("法定代表人", "沈清和")
                        .fact("经营场所", "浙江省杭州市西湖区文三路 478 号 1 幢 102 室")
                        .fact("主体业态", "餐饮服务经营者（中型餐馆）")
                        .fact("经营项目", "热食类食品制售；冷食类食品制售；自制饮品制售")
                        .valid(DAY, DAY.plusYears(5).minusDays(1));
            case DELIVERY ->
                letter.schedule(
                                List.of("文书名称", "编号"),
                                List.of(
                                        List.of("准予许可决定书", "西市监许〔2026〕" + NUMBER + "号"),
                                        List.of("食品经营许可证", "JY23301060123456")))
                        .fact("送达方式", "窗口领取")
                        .fact("受送达人签名", "")
                        .fact("送达人签名", "")
                        .fact("送达日期", "");
            case TERMINATION -> letter.point("逾期未补正，且未说明理由。");
            case NO_LICENCE_NEEDED -> letter.point("仅销售预包装食品，备案即可。");
            case WITHDRAWAL -> letter;
        };
    }
}

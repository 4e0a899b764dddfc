package org.yichuang.casework.service;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Denials;
import org.yichuang.casework.domain.Form;
import org.yichuang.casework.store.DenialStore;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The supervising unit's review of denials. */
@Service
class DenialService implements Denials {
    private final DenialStore store;
    private final CaseworkService casework;
    private final Clock clock;

    DenialService(DenialStore store, CaseworkService casework, Clock clock) {
        this.store = store;
        this.casework = casework;
        this.clock = clock;
    }

    @Override
    public Page<DenialRow> list(Visitor who, boolean reviewed, @Nullable String after) {
        supervisor(who);
        return store.list(reviewed, after, Page.DEFAULT_SIZE);
    }

    @Override
    @Transactional
    public DenialRow review(Visitor who, UUID denial, Judgement judgement, String remark) {
        supervisor(who);
        ApplicationChecks.done(new Form()
                .given("judgement", judgement)
                .text("remark", remark, "请写明理由", "Give the reason")
                .errors());
        DenialRow row = store.find(denial).orElseThrow(DenialService::none);
        if (!store.review(denial, judgement, remark, who.id(), who.name(), clock.instant())) {
            throw Problem.conflict("reviewed", "这项否定已经复核过", "This denial has been reviewed");
        }
        casework.actOnLatest(who, row.caseId(), judged(judgement, remark));
        return store.find(denial).orElseThrow(DenialService::none);
    }

    private static CaseAct judged(Judgement judgement, String remark) {
        return judgement == Judgement.REVERSED ? new CaseAct.Reverse(remark) : new CaseAct.Judge(judgement, remark);
    }

    private static void supervisor(Visitor who) {
        if (!who.is(Role.SUPERVISOR)) {
            throw Problem.forbidden("只有监督人员可以复核", "Only supervisors review denials");
        }
    }

    private static Problem none() {
        return Problem.notFound("没有这项否定报备", "There is no such denial filing");
    }
}

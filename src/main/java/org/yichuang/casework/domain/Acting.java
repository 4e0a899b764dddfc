package org.yichuang.casework.domain;

import java.util.List;
import org.yichuang.casework.CaseAct;
import org.yichuang.shared.Problem.FieldError;

/** Does an act: may it be done, is what it was told right, what follows. */
final class Acting {
    private Acting() {}

    static Result act(CaseFile file, CaseAct act, Who who, Setting at) {
        Permission permission = Permission.of(file, act.kind(), step(act), who, at);
        if (permission instanceof Permission.Denied(Result.No no)) {
            return no;
        }
        List<FieldError> errors = Told.wrong(file, act, who, at);
        if (!errors.isEmpty()) {
            return new Result.Wrong(errors);
        }
        Course course = new Course(file, who, ((Permission.Given) permission).power(), at);
        follow(course, act);
        return course.done();
    }

    private static void follow(Course course, CaseAct act) {
        switch (act) {
            case CaseAct.Accept accept -> IntakeActs.accept(course);
            case CaseAct.DeemAccepted deem -> IntakeActs.deem(course);
            case CaseAct.Notice notice -> IntakeActs.notice(course, notice);
            case CaseAct.AllowNotice allow -> IntakeActs.allow(course, allow);
            case CaseAct.Correct correct -> IntakeActs.correct(course, correct);
            case CaseAct.Supplement supplement -> IntakeActs.supplement(course, supplement);
            case CaseAct.Decline decline -> IntakeActs.decline(course, decline);
            case CaseAct.NotHere elsewhere -> IntakeActs.notHere(course, elsewhere);
            case CaseAct.NotNeeded none -> IntakeActs.notNeeded(course, none);
            case CaseAct.FinishStep finish -> ReviewActs.finish(course, finish);
            case CaseAct.ProposePause pause -> ReviewActs.propose(course, pause);
            case CaseAct.ProposeExtension extension -> ReviewActs.propose(course, extension);
            case CaseAct.Approve approve -> ReviewActs.approve(course);
            case CaseAct.Reject reject -> ReviewActs.reject(course, reject);
            case CaseAct.TakeBack back -> ReviewActs.takeBack(course, back);
            case CaseAct.Resume resume -> ReviewActs.resume(course, resume);
            case CaseAct.OnTheSpot spot -> DecisionActs.onTheSpot(course, spot);
            case CaseAct.Grant grant -> DecisionActs.grant(course, grant);
            case CaseAct.Refuse refuse -> DecisionActs.refuse(course, refuse);
            case CaseAct.Judge judge -> DecisionActs.judge(course, judge);
            case CaseAct.Reverse reverse -> DecisionActs.reverse(course, reverse);
            case CaseAct.Answer answer -> DecisionActs.answer(course, answer);
            case CaseAct.ChooseDelivery choose -> DeliveryActs.choose(course, choose);
            case CaseAct.Deliver deliver -> DeliveryActs.deliver(course, deliver);
            case CaseAct.ConfirmReceipt confirm -> DeliveryActs.confirm(course);
            case CaseAct.Withdraw withdraw -> DeliveryActs.withdraw(course, withdraw);
            case CaseAct.Terminate terminate -> DeliveryActs.terminate(course);
            case CaseAct.Recompute recompute -> Recomputing.recompute(course);
        }
    }

    private static String step(CaseAct act) {
        return act instanceof CaseAct.FinishStep(String step, var verdict, var opinion, var companion) && step != null
                ? step
                : "";
    }
}

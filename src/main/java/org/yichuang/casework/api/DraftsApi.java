package org.yichuang.casework.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Applications being written; each only for who writes it. */
@RestController
@RequestMapping("/api/v1/drafts")
@Access({Role.RESIDENT, Role.COMPANY})
class DraftsApi {
    private final Drafts drafts;

    DraftsApi(Drafts drafts) {
        this.drafts = drafts;
    }

    /** @param division the district it is for, if known already */
    record NewDraft(String item, @Nullable String division) {}

    record Place(String division) {}

    record Way(DeliveryWay way) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Draft start(Visitor who, @RequestBody NewDraft body) {
        return drafts.start(who, body.item(), body.division());
    }

    @GetMapping
    List<Draft> mine(Visitor who) {
        return drafts.mine(who);
    }

    @GetMapping("/{id}")
    Draft get(Visitor who, @PathVariable UUID id) {
        return drafts.get(who, id);
    }

    /** Writes these answers and leaves the others. */
    @PatchMapping("/{id}/answers")
    Draft save(Visitor who, @PathVariable UUID id, @RequestBody Map<String, Object> answers) {
        return drafts.save(who, id, answers);
    }

    /** Says where it is for: the code of a division. */
    @PutMapping("/{id}/division")
    Draft place(Visitor who, @PathVariable UUID id, @RequestBody Place body) {
        return drafts.at(who, id, body.division());
    }

    /** Says how the result is to come. */
    @PutMapping("/{id}/delivery-way")
    Draft choose(Visitor who, @PathVariable UUID id, @RequestBody Way body) {
        return drafts.choose(who, id, body.way());
    }

    @PostMapping("/{id}/materials")
    Draft attach(Visitor who, @PathVariable UUID id, @RequestBody SubmittedMaterial material) {
        return drafts.attach(who, id, material);
    }

    @DeleteMapping("/{id}/materials/{file}")
    Draft detach(Visitor who, @PathVariable UUID id, @PathVariable UUID file) {
        return drafts.detach(who, id, file);
    }

    /** Makes a case of it; asked again, it answers with the same receipt. */
    @PostMapping("/{id}/submit")
    Receipt submit(Visitor who, @PathVariable UUID id) {
        return drafts.submit(who, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Visitor who, @PathVariable UUID id) {
        drafts.delete(who, id);
    }
}

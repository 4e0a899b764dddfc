package org.yichuang.casework.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
@RequestMapping(DraftsApi.ADDRESS)
@Access({Role.RESIDENT, Role.COMPANY})
class DraftsApi {
    static final String ADDRESS = "/api/v1/drafts";

    private final Drafts drafts;

    DraftsApi(Drafts drafts) {
        this.drafts = drafts;
    }

    record NewDraft(
            String item,

            @Schema(description = "The district, street or community it is for, by its code; null: not known yet")
            @Nullable
            String division,

            @Schema(description = "The id of an earlier case of one's own of this item, to begin with; null: none")
            @Nullable
            UUID from) {}

    record DivisionBody(
            @Schema(description = "The district, street or community it is for, by its code")
            String division) {}

    record Way(DeliveryWay way) {}

    @Operation(
            summary = "Begin an application",
            description =
                    "A draft that was not saved for 180 days is deleted. From: an earlier case of one's own of the same"
                            + " item, whose answers and files it begins with as far as they still fit.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Draft> start(Visitor who, @RequestBody NewDraft body) {
        Draft draft = drafts.start(who, body.item(), body.division(), body.from());
        return ResponseEntity.created(URI.create(ADDRESS + "/" + draft.id())).body(draft);
    }

    @Operation(summary = "My drafts")
    @GetMapping
    List<Draft> mine(Visitor who) {
        return drafts.mine(who);
    }

    @Operation(summary = "One draft")
    @GetMapping("/{id}")
    Draft get(Visitor who, @PathVariable UUID id) {
        return drafts.get(who, id);
    }

    @Operation(
            summary = "Save these answers and leave the others; an empty one is taken away",
            description =
                    "By the keys of the fields of the item's form: a text each, of CHOICES a list of texts. Numbers"
                            + " and codes may have spaces in them, or small letters. What is wrong for good is refused"
                            + " (422); what is only not complete is told when the draft is submitted.")
    @PatchMapping("/{id}/answers")
    Draft save(Visitor who, @PathVariable UUID id, @RequestBody Map<String, Object> answers) {
        return drafts.save(who, id, answers);
    }

    @Operation(summary = "Say which division it is for, by its code; a place answered outside it is taken away")
    @PutMapping("/{id}/division")
    Draft place(Visitor who, @PathVariable UUID id, @RequestBody DivisionBody body) {
        return drafts.at(who, id, body.division());
    }

    @Operation(summary = "Say how the result is to be received")
    @PutMapping("/{id}/delivery-way")
    Draft choose(Visitor who, @PathVariable UUID id, @RequestBody Way body) {
        return drafts.choose(who, id, body.way());
    }

    @Operation(summary = "Hand in an uploaded file, by its id, as a material")
    @PostMapping("/{id}/materials")
    Draft attach(Visitor who, @PathVariable UUID id, @RequestBody SubmittedMaterial material) {
        return drafts.attach(who, id, material);
    }

    @Operation(summary = "Take a material back")
    @DeleteMapping("/{id}/materials/{file}")
    Draft detach(Visitor who, @PathVariable UUID id, @PathVariable UUID file) {
        return drafts.detach(who, id, file);
    }

    @Operation(summary = "Make a case of the draft; asked again, the same receipt comes back")
    @PostMapping("/{id}/submit")
    Receipt submit(Visitor who, @PathVariable UUID id) {
        return drafts.submit(who, id);
    }

    @Operation(summary = "Throw a draft away")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Visitor who, @PathVariable UUID id) {
        drafts.delete(who, id);
    }
}

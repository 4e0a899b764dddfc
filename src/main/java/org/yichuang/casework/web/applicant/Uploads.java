package org.yichuang.casework.web.applicant;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.documents.Documents;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Takes the files of a form. */
@Component
class Uploads {
    static final String ACCEPTS = ".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx,.ofd";

    private final Documents documents;

    Uploads(Documents documents) {
        this.documents = documents;
    }

    /** Stores what was chosen; an input in which nothing was chosen gives nothing. */
    List<SubmittedMaterial> take(Visitor visitor, String material, List<MultipartFile> files) {
        var taken = new ArrayList<SubmittedMaterial>();
        for (MultipartFile file : files) {
            if (!file.isEmpty() || !name(file).isEmpty()) {
                StoredFile stored = documents.store(bytes(file), name(file), visitor.id());
                taken.add(new SubmittedMaterial(material, stored.id(), stored.name()));
            }
        }
        return taken;
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw Problem.invalid("file", "文件没有传完整，请再传一次", "The upload was cut off: please try again");
        }
    }
}

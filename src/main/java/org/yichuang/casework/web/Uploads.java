package org.yichuang.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileUpload;
import org.yichuang.documents.StoredFile;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/**
 * Takes the files of a form one by one, so that a bad one does not lose the good ones. Each is stored for good at once,
 * whatever becomes of the form: a form that acts once takes back all that it did when something is wrong with it.
 */
@Component
public class Uploads {
    /** What a file dialogue offers first. */
    public static final String ACCEPTS = ".pdf,.jpg,.jpeg,.jpe,.jfif,.png,.webp,.docx,.xlsx,.ofd";

    private final Documents documents;
    private final TransactionTemplate apart;

    Uploads(Documents documents, PlatformTransactionManager transactions) {
        this.documents = documents;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** What was taken, and at {@code materials.CODE} what could not be. */
    public record Taken(List<SubmittedMaterial> files, List<FieldError> wrong) {
        public boolean has(Material material) {
            return files.stream().anyMatch(file -> file.material().equals(material.code()));
        }

        /** @throws Problem 422 that names every file that could not be taken */
        public void whole() {
            Problem.ifAny(wrong);
        }
    }

    /**
     * What a form hands in for these materials: the files that an earlier try of it uploaded, and those that were chosen
     * now.
     *
     * @param input what the name of an input has before the material's code
     * @param begun with files of somebody else's, which it may keep too
     */
    public Taken take(
            Visitor visitor,
            List<Material> materials,
            String input,
            HttpServletRequest request,
            List<SubmittedMaterial> begun) {
        var taken = new Taken(new ArrayList<>(), new ArrayList<>());
        for (Material material : materials) {
            String[] kept = request.getParameterValues("_kept." + material.code());
            for (String id : kept == null ? new String[0] : kept) {
                begun.stream()
                        .filter(file ->
                                file.material().equals(material.code()) && id.equals(Objects.toString(file.file())))
                        .findFirst()
                        .ifPresentOrElse(taken.files::add, () -> keep(visitor, material, id, taken));
            }
            if (request instanceof MultipartHttpServletRequest parts) {
                take(visitor, material, parts.getFiles(input + material.code()), taken);
            }
        }
        return taken;
    }

    private void keep(Visitor visitor, Material material, String id, Taken taken) {
        try {
            StoredFile file = documents.own(UUID.fromString(id), visitor.id());
            taken.files.add(new SubmittedMaterial(material.code(), file.id(), file.name()));
        } catch (Problem | IllegalArgumentException gone) {
            Text detail = Text.of("先前上传的文件已经不在，请重新选择", "The file uploaded before is gone: please choose it again");
            taken.wrong.add(new FieldError("materials." + material.code(), detail, material.name()));
        }
    }

    /** Stores what was chosen for a material; an input in which nothing was chosen gives nothing. */
    public Taken take(Visitor visitor, Material material, List<MultipartFile> files) {
        var taken = new Taken(new ArrayList<>(), new ArrayList<>());
        take(visitor, material, files, taken);
        return taken;
    }

    private void take(Visitor visitor, Material material, List<MultipartFile> files, Taken taken) {
        for (MultipartFile file : files) {
            if (!file.isEmpty() || !FileUpload.name(file).isEmpty()) {
                try {
                    StoredFile stored = store(visitor, file);
                    taken.files.add(new SubmittedMaterial(material.code(), stored.id(), stored.name()));
                } catch (Problem problem) {
                    taken.wrong.add(refused(material, FileUpload.name(file), problem));
                }
            }
        }
    }

    private StoredFile store(Visitor visitor, MultipartFile file) {
        return FileUpload.read(
                file,
                bytes -> Objects.requireNonNull(
                        apart.execute(transaction -> documents.store(bytes, FileUpload.name(file), visitor.id()))));
    }

    private static FieldError refused(Material material, String file, Problem problem) {
        Text why = problem.detail();
        Text detail = Text.of("“" + file + "”没有收：" + why.zh(), "“" + file + "” was not taken: " + why.en());
        return new FieldError("materials." + material.code(), detail, material.name());
    }
}

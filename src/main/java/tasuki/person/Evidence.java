package tasuki.person;

import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.file.FileId;
import tasuki.file.FileStore;
import tasuki.file.StoredFile;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Acting;
import tasuki.kernel.RefusedException;

/** The paper behind a basis: a signed consent as a photo or a PDF. */
@Service
@Transactional
public class Evidence {

  /** A paper on its way to the reader. */
  public record Paper(StoredFile file, InputStream bytes) {}

  private final JdbcClient jdbc;
  private final AuditLog audit;
  private final People people;
  private final FileStore files;

  Evidence(JdbcClient jdbc, AuditLog audit, People people, FileStore files) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.people = people;
    this.files = files;
  }

  /**
   * Adds what the acting account sent to a basis of its own organisation, also long after it was
   * recorded, and after it ended.
   *
   * @throws RefusedException when another organisation recorded the basis
   */
  void add(Basis basis, Collection<FileId> sent) {
    if (sent.isEmpty()) {
      return;
    }
    if (!basis.recordedFor().value().equals(Acting.organization())) {
      throw RefusedException.because("person.refused.evidence-of-another");
    }
    for (FileId file : sent) {
      jdbc.sql(
              """
              insert into person.basis_evidence (basis, person, file, at) values (?, ?, ?, ?)
              on conflict do nothing
              """)
          .params(basis.id().value(), basis.person().value(), file.value(), people.now())
          .update();
    }
    files.reference(sent);
    people.changed("person.evidence-added", basis.id().value(), basis.person());
  }

  /** What the viewer may see of the papers of these bases, the oldest first. */
  Map<BasisId, List<StoredFile>> of(Collection<BasisId> bases) {
    Map<BasisId, List<FileId>> ids = new HashMap<>();
    if (!bases.isEmpty()) {
      jdbc.sql("select basis, file from person.basis_evidence where basis in (:ids)")
          .param("ids", bases.stream().map(BasisId::value).toList())
          .query(
              row -> {
                ids.computeIfAbsent(
                        new BasisId(row.getObject("basis", UUID.class)),
                        _ -> new java.util.ArrayList<>())
                    .add(new FileId(row.getObject("file", UUID.class)));
              });
    }
    Map<FileId, StoredFile> known =
        files.find(ids.values().stream().flatMap(List::stream).toList()).stream()
            .collect(Collectors.toMap(StoredFile::id, Function.identity()));
    return ids.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry ->
                    known.values().stream()
                        .filter(file -> entry.getValue().contains(file.id()))
                        .sorted(java.util.Comparator.comparing(file -> file.id().value()))
                        .toList()));
  }

  /**
   * One paper of a basis of the person, with the look noted.
   *
   * @throws AbsentException when not visible
   */
  @Transactional(readOnly = true)
  public Paper open(PersonId person, BasisId basis, FileId file) {
    PersonId target = people.get(person).id();
    boolean there =
        jdbc.sql(
                """
                select exists (select from person.basis_evidence
                  where basis = :basis and file = :file
                    and person in (select person.same_human(:person)))
                """)
            .param("basis", basis.value())
            .param("file", file.value())
            .param("person", target.value())
            .query(Boolean.class)
            .single();
    if (!there) {
      throw new AbsentException("evidence");
    }
    audit.viewed("person.evidence", List.of(target.value()), file.value());
    return new Paper(files.get(file), files.open(file));
  }
}

package tasuki.programme;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tasuki.directory.OrganizationId;
import tasuki.web.Form;

/** Reads who carries a programme out: a name a line, known where one organisation has that name. */
@Component
public class OperatorNames {

  private static final int LONGEST = 80;
  private static final int MOST = 30;

  private final JdbcClient jdbc;

  OperatorNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The operators typed in the field. */
  public List<Operator> read(Form form, String field) {
    List<String> names =
        form.optional(field, LONGEST * MOST).orElse("").lines().map(String::strip).toList();
    if (names.stream().anyMatch(name -> name.length() > LONGEST) || names.size() > MOST) {
      form.reject(field, "programme.operators.long", MOST, LONGEST);
      return List.of();
    }
    return of(names);
  }

  /** Operators of these names; blank ones and doubles are left out. */
  @Transactional(readOnly = true)
  public List<Operator> of(List<String> names) {
    List<Operator> operators = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      if (!name.isBlank()) {
        List<OrganizationId> named =
            jdbc.sql(
                    """
                    select id from directory.organization
                    where name = ? and member and closed_on is null limit 2
                    """)
                .param(name)
                .query((row, _) -> new OrganizationId(row.getObject(1, UUID.class)))
                .list();
        operators.add(new Operator(name, named.size() == 1 ? named.getFirst() : null));
      }
    }
    return operators;
  }
}

package tasuki.matching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tasuki.audit.AuditLog;
import tasuki.kernel.AbsentException;
import tasuki.kernel.Ids;
import tasuki.kernel.RefusedException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of request there are: set up by the prefecture, most of them from a pattern. */
@Service
@Transactional
public class RequestKinds {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String IN_FORCE =
      """
      select distinct on (k.place, v.kind) v.* from matching.version v
      join matching.kind k on k.code = v.kind
      where %s order by k.place, v.kind, v.number desc
      """;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final AuditLog audit;
  private final Clock clock;

  RequestKinds(JdbcClient jdbc, Ids ids, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** The patterns that the product brings, {@code matching/kinds.json}, by code. */
  public static Map<String, KindDefinition> patterns() {
    try {
      String json =
          new ClassPathResource("matching/kinds.json").getContentAsString(StandardCharsets.UTF_8);
      return JSON.readValue(json, new TypeReference<LinkedHashMap<String, KindDefinition>>() {});
    } catch (IOException missing) {
      throw new UncheckedIOException("The patterns of requests cannot be read", missing);
    }
  }

  /** Every kind in its present version, also those that ended. */
  @Transactional(readOnly = true)
  public List<RequestKind> all() {
    return jdbc.sql(IN_FORCE.formatted("true")).query(RequestKinds::kind).list();
  }

  /**
   * The present version of a kind.
   *
   * @throws AbsentException when there is none of this code
   */
  @Transactional(readOnly = true)
  public RequestKind get(String code) {
    return jdbc.sql(IN_FORCE.formatted("v.kind = ?"))
        .param(code)
        .query(RequestKinds::kind)
        .optional()
        .orElseThrow(() -> new AbsentException("kind"));
  }

  /** The version by which a request was written. */
  @Transactional(readOnly = true)
  public RequestKind version(UUID version) {
    return jdbc.sql("select * from matching.version where id = ?")
        .param(version)
        .query(RequestKinds::kind)
        .optional()
        .orElseThrow(() -> new AbsentException("kind"));
  }

  /**
   * Begins a kind, or says from now on something else of it; requests that run go on as they were.
   *
   * @param follows the number of the version that was changed; 0 begins a kind
   * @throws RefusedException when the settings contradict each other, the code is taken or somebody
   *     else was faster
   */
  public void setUp(String code, int follows, boolean ended, KindDefinition says) {
    KindRules.complete(says).orThrow();
    try {
      if (follows == 0) {
        jdbc.sql(
                """
                insert into matching.kind (code, place)
                select ?, coalesce(max(place), 0) + 1 from matching.kind
                """)
            .param(code)
            .update();
      }
      UUID id = ids.next();
      jdbc.sql(
              """
              insert into matching.version (id, kind, number, definition, ended, at)
              values (:id, :kind, :number, :definition::jsonb, :ended, :now)
              """)
          .param("id", id)
          .param("kind", code)
          .param("number", follows + 1)
          .param("definition", JSON.writeValueAsString(says))
          .param("ended", ended)
          .param("now", OffsetDateTime.now(clock))
          .update();
      audit.changed("matching.kind-set-up", id, List.of(), code);
    } catch (DuplicateKeyException taken) {
      throw RefusedException.because(
          follows == 0 ? "matching.refused.code-taken" : "matching.refused.kind-changed");
    }
  }

  /** The pattern of this code, if the product brings one. */
  static Optional<KindDefinition> pattern(String code) {
    return Optional.ofNullable(patterns().get(code));
  }

  private static RequestKind kind(ResultSet row, int number) throws SQLException {
    return new RequestKind(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getInt("number"),
        row.getBoolean("ended"),
        JSON.readValue(row.getString("definition"), KindDefinition.class));
  }
}

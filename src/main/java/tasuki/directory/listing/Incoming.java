package tasuki.directory.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tasuki.kernel.CopyBuffer;
import tasuki.table.ListChanges;

/** Brings the rows that an import changes into the database, all of them at once. */
@Repository
class Incoming {

  private static final String TARGET =
      """
      directory.incoming (work, list, key, scope, kept, family, grp, kind, code, service,
        corporate_number, operator, name, kana, telephone, fax, postcode, address, base_unit,
        latitude, longitude, position_precision, website, capacity, beds, notes, name_key,
        operator_key, address_key, town_key, telephone_key, outside)""";

  private static final int COLUMNS = 32;

  private final DataSource source;
  private final JdbcClient jdbc;

  Incoming(DataSource source, JdbcClient jdbc) {
    this.source = source;
    this.jdbc = jdbc;
  }

  /** The work of bringing in one list's changes. */
  private final class Filling {
    private final String list;
    private final UUID work;
    private final Municipalities municipalities;
    private final Set<String> own;
    private final CopyBuffer rows = new CopyBuffer(source, TARGET);

    Filling(String list, UUID work, Municipalities municipalities, Set<String> own) {
      this.list = list;
      this.work = work;
      this.municipalities = municipalities;
      this.own = own;
    }

    void take(ListChanges.Change change) {
      if (change.after() == null) {
        @Nullable Object[] closed = {work, list, change.key(), change.scope(), false};
        rows.add(Arrays.copyOf(closed, COLUMNS));
      } else {
        row(change, Content.of(change.after()));
      }
    }

    private void row(ListChanges.Change change, Content content) {
      String place = content.place(change.scope());
      Spelling spelling =
          Spelling.of(
              content.name(), content.address(), content.telephone(), place, municipalities);
      String family = Families.of(content.kind());
      rows.add(
          work,
          list,
          change.key(),
          change.scope(),
          true,
          family,
          (content.code() == null ? change.key() : content.code()) + " " + family,
          content.kind(),
          content.code(),
          content.service(),
          content.corporateNumber(),
          content.operator(),
          content.name(),
          content.kana(),
          content.telephone(),
          content.fax(),
          content.postcode(),
          content.address(),
          content.unit(),
          content.latitude(),
          content.longitude(),
          content.precision(),
          content.website(),
          content.capacity(),
          content.beds(),
          List.copyOf(content.notes()),
          spelling.nameKey(),
          operator(content, spelling),
          spelling.addressKey(),
          spelling.townKey(),
          spelling.telephoneKey(),
          !own.contains(place.substring(0, 2)));
    }
  }

  /** Who runs it: named in front of the name, or in a column of its own. */
  private static String operator(Content content, Spelling spelling) {
    return spelling.operatorKey().isEmpty() && !content.operator().isEmpty()
        ? NameText.operatorOf(content.operator())
        : spelling.operatorKey();
  }

  /** Brings in every change; answers how many there were. */
  int fill(String list, ListChanges changes, Municipalities municipalities, Set<String> own) {
    Filling filling = new Filling(list, changes.importId(), municipalities, own);
    int[] count = new int[1];
    changes.forEach(
        change -> {
          filling.take(change);
          count[0]++;
        });
    filling.rows.flush();
    jdbc.sql(
            """
            analyze directory.incoming (work, list, key, kept, family, grp, code, base_unit,
              name_key, address_key, town_key, telephone_key, position_precision)
            """)
        .update();
    return count[0];
  }
}

package tasuki.programme;

/**
 * By what the money of a list is taken apart. Each programme stands in one part, so parts add up.
 */
enum Breakdown {
  /** The headings at the top, where a programme stands first. */
  HEADING(
      """
      left join programme.placement p on p.year = y.id and not p.repost
      left join top on top.id = p.heading
      """,
      "trim(coalesce(top.mark || ' ' || top.name, ''))",
      "min(top.position)"),
  DIVISION(
      "join identity.division d on d.id = y.division", "d.name", "sum(b.planned) desc nulls last"),
  /** Several sources of one programme stand together. */
  SOURCE(
      """
      left join lateral (select string_agg(f.mark || s.name, '' order by s.position) as marks
        from programme.funding f
        join programme.source s on s.organization = f.organization and s.mark = f.mark
        where f.year = y.id) f on true
      """,
      "coalesce(f.marks, '')",
      "2"),
  AREA("left join area.area a on a.id = y.area", "coalesce(a.name, '')", "2");

  private static final String TOP =
      """
      with recursive top as (
        select id, mark, name, position from programme.heading
        where edition = :edition and parent is null
        union all
        select h.id, top.mark, top.name, top.position
        from programme.heading h join top on h.parent = top.id
      )
      """;

  private final String join;
  private final String label;
  private final String order;

  Breakdown(String join, String label, String order) {
    this.join = join;
    this.label = label;
    this.order = order;
  }

  /** The statement; it takes the edition. */
  String sql() {
    return (this == HEADING ? TOP : "")
        + "select "
        + Totals.SUMS
        + ", "
        + label
        + " as label from programme.year y join programme.balance b on b.year = y.id "
        + join
        + " where y.edition = :edition group by label order by "
        + order.replaceAll("^2$", "label");
  }
}

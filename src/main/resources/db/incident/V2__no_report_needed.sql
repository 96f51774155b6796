-- 報告不要: whoever is in charge found that it is no leak to be reported, such as when nobody else has opened it. It is
-- said once, with the reason.
alter table incident.incident
  add column closed_at timestamptz,
  add column closed_by uuid references identity.account,
  add column closed_because text,
  add constraint closed_with_a_reason check ((closed_at is null) = (closed_because is null)
    and (closed_at is null) = (closed_by is null) and closed_because <> ''),
  -- What was reported in full is settled by its report.
  add constraint reported_or_closed check (closed_at is null or full_reported_on is null);
grant select (closed_at, closed_by, closed_because) on incident.incident to ${app};
grant update (closed_at, closed_by, closed_because) on incident.incident to ${app};

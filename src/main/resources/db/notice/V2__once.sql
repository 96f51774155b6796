-- Whether a notice of the kind about the same subject still waits for the same recipient, so that five notes of one
-- evening are one line in the bell. It answers with nothing else.
create function notice.waits(kind text, organization uuid, account uuid, subject uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from notice.notice n
      where n.organization = waits.organization and n.account is not distinct from waits.account
        and n.read_at is null and n.kind = waits.kind and n.subject = waits.subject);
  end;

-- Sign-ins and refusals happen before anybody acts for an organisation; they are looked up by account.
create index entry_sign_in on audit.entry (account, id) where kind in ('SIGN_IN', 'REFUSED');

-- What the acting account itself did to sign in, newest first.
create function audit.own_sign_ins(most integer)
  returns table (at timestamptz, kind text, what text, detail text)
  language sql stable security definer set search_path = ''
  begin atomic
    select entry.at, entry.kind, entry.what, entry.detail
    from audit.entry entry
    where entry.account = kernel.account() and entry.kind in ('SIGN_IN', 'REFUSED')
    order by entry.id desc limit most;
  end;

-- The review of one's organisation stands with identity, which knows who belonged to it when.
drop function audit.of_own_organization(uuid, integer);

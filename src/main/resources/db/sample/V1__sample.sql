grant usage on schema sample to ${app};

-- What of the sample prefecture stands already, written in the transaction that builds it. A build that was
-- interrupted goes on where it stopped; one that is complete changes nothing.
create table sample.built (
  part text primary key,
  id uuid
);
grant select, insert on sample.built to ${app};

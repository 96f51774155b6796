-- Up to which texts of all rooms' migrations this database has come: one row, for the owner alone.
create table kernel.migrated (
  fingerprint text primary key
);

-- Whether two contents are the same is told by their digests, so that comparing a large list moves no large texts.
alter table intake.staged add digest text not null generated always as (md5(content)) stored;
alter table intake.entry add digest text not null generated always as (md5(content)) stored;

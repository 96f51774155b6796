-- Whether a month is still to be counted is no secret: what is published waits for it.
grant select on indicator.mark to ${app};

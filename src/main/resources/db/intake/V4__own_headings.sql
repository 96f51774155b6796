-- By which headings a file was read, for lists that anybody's own table can fill: where to say otherwise what they mean.
alter table intake.import add signature text;

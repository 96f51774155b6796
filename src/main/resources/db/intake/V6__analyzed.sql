-- Whoever applies a file changes a large part of the list at once; the next comparison must not wait for the planner to notice.
grant maintain on intake.entry to ${app}, ${job};

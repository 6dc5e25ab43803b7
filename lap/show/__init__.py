"""Trees, ranks, schedules and scores put into tables and drawings."""

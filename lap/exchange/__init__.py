"""Plans in other formats: calendars, tables, data for programs."""

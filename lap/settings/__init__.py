"""What a project chose for its plans: the file `.lap.yaml`, read, and what is in force with it."""

"""What a plan is, without judgement: every key of the plan format as a field, nothing required."""

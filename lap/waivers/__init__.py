"""Waivers: comments of a plan that set findings aside, with a reason and perhaps an end."""

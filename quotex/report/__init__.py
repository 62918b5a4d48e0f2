"""A page about a batch of quotes: who is quoted, through whom, when, and how."""

"""From what stands at the cue to somebody under the full name: mentions, entities, antecedents."""

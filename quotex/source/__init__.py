"""Through whom and when: outlets and dates in the text, the dateline, and which of them belong to a quote."""

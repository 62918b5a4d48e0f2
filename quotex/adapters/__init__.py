"""quotex in other people's tools. Each module needs an extra of its own, and none is loaded unless it is imported."""

"""The version, where `pyproject.toml` reads it: asking the installed packages takes longer than reading a model."""

VERSION = "0.1.0"

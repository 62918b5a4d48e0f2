"""The version: `pyproject.toml` reads it here. To ask the installed packages for it takes longer than to read a model."""

VERSION = "0.1.0"

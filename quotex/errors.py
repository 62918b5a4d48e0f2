"""What quotex raises."""


class InputError(ValueError):
    """The caller's input is not what was asked for: a text that is no `str`, a date that is no date."""

"""The commands of `quotex`, one a file. None loads a model before it needs one."""
